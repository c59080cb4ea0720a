import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listKinds } from '@tracio/contract'
import { Type } from 'typebox'
import type { AppDeps } from '../app.ts'
import { authoriseIn } from '../auth/authorise-in.ts'
import { threatKinds } from '../ip/feeds/custom-feeds.ts'
import { feedProblems } from '../ip/feeds/feed-problem.ts'
import type { FeedStatus } from '../ip/feeds/feed-status.ts'
import { licences } from '../ip/feeds/licences.ts'
import type { OperatorListStatus } from '../ip/feeds/operator-lists.ts'
import { behindSecret } from '../openapi/describe-api.ts'
import { apiErrors } from '../openapi/error-answers.ts'
import { nullable } from '../openapi/nullable.ts'
import { pathParameters } from './path-parameters.ts'

const time = (description: string) => nullable<string>('string', { format: 'date-time', description })
const count = (description: string) => nullable<number>('integer', { minimum: 0, description })
const orNull = (schema: object) => Type.Unsafe<object | null>({ anyOf: [schema, { type: 'null' }] })

const problem = {
  code: Type.Enum(Object.keys(feedProblems), { description: 'Closed list: never renamed.' }),
  message: Type.String({ description: 'For people; its wording may change.' }),
}

const feed = Type.Object({
  id: Type.String({ description: 'As hits name it.' }),
  kind: Type.Enum([...listKinds]),
  threat: Type.Unsafe<string | null>({ type: ['string', 'null'], enum: [...threatKinds, null] }),
  provider: nullable<string>('string', { description: 'Whom all its entries belong to.' }),
  origin: Type.Enum(['built_in', 'operator']),
  condition: Type.Enum(['off', 'never_fetched', 'fresh', 'stale', 'dropped'], {
    description: 'A stale list clears nobody any more; a dropped one is not used at all.',
  }),
  clears: Type.Array(Type.Enum([4, 6]), {
    description: 'IP versions that it can clear of its kind while it is fresh.',
  }),
  entries: count('In the version in use.'),
  rejected: count('Entries of it that were not understood.'),
  dropped: count('Entries left out because no public list may have them.'),
  as_of: time('When the source last said that the version is current.'),
  changed_at: time('When the version came.'),
  next_at: time('When the source is asked again.'),
  failures: Type.Integer({ minimum: 0, description: 'Failed fetches in a row.' }),
  error: orNull(Type.Object({ at: Type.String({ format: 'date-time' }), ...problem })),
  held_since: time('A version that changed too much waits since then.'),
  licence: Type.String({ description: 'SPDX id, or a word of ours.' }),
  terms: Type.String({ description: 'The licence in a sentence.' }),
  attribution: nullable<string>('string', { description: 'To be shown wherever the data is.' }),
})

const list = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['allow', 'block', 'office']),
  entries: count('In the version in use.'),
  rejected: count('Entries of it that were not understood.'),
  as_of: time('When the file was written.'),
  error: orNull(Type.Object(problem)),
})

const schema = {
  ...behindSecret(
    'lists',
    'Lists of addresses',
    'Every feed that this server knows, with its size, age, last error and licence, and the lists that the operator keeps. The same for all workspaces.',
  ),
  params: Type.Object({ id: pathParameters.id }),
  response: {
    200: Type.Object({
      ok: Type.Literal(true),
      data: Type.Object({ feeds: Type.Array(feed), lists: Type.Array(list) }),
    }),
    ...apiErrors,
  },
}

/** `GET /api/v1/subscriptions/:id/feeds`: what the lists of addresses are worth at this moment. */
export const feedsRoute: FastifyPluginAsyncTypebox<AppDeps> = async (app, { directory, now, feeds }) => {
  app.get('/api/v1/subscriptions/:id/feeds', { schema }, async (request) => {
    await authoriseIn(request.params.id, request, 'events', { directory, now })
    return {
      ok: true as const,
      data: { feeds: feeds.statuses().map(flatFeed), lists: feeds.listStatuses().map(flatList) },
    }
  })
}

const flatFeed = (status: FeedStatus) => ({
  id: status.id,
  kind: status.kind,
  threat: status.threat,
  provider: status.provider,
  origin: status.origin,
  condition: status.condition,
  clears: [...status.clears],
  entries: status.entries,
  rejected: status.rejected,
  dropped: status.dropped,
  as_of: timeText(status.asOf),
  changed_at: timeText(status.changedAt),
  next_at: timeText(status.nextAt),
  failures: status.failures,
  error: status.problem && { ...status.problem, at: timeText(status.problem.at) },
  held_since: timeText(status.heldSince),
  licence: status.licence,
  terms: licences[status.licence],
  attribution: status.attribution,
})

const flatList = ({ id, kind, entries, rejected, asOf, problem: error }: OperatorListStatus) => ({
  id,
  kind,
  entries,
  rejected,
  as_of: timeText(asOf),
  error,
})

const timeText = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
