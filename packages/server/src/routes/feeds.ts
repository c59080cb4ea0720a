import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listKinds } from '@tracio/contract'
import { Type } from 'typebox'
import type { AppDeps } from '../app.ts'
import { authoriseIn } from '../auth/authorise-in.ts'
import type { AddressDatabases } from '../ip/address-databases.ts'
import { threatKinds } from '../ip/feeds/custom-feeds.ts'
import { feedProblems } from '../ip/feeds/feed-problem.ts'
import type { FeedStatus } from '../ip/feeds/feed-status.ts'
import { licences } from '../ip/feeds/licences.ts'
import type { OperatorListStatus } from '../ip/feeds/operator-lists.ts'
import { geoContents } from '../ip/geo/schemas.ts'
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

const network = Type.Object({
  name: nullable<string>('string', { description: 'Who collected it, to be credited where it is shown.' }),
  built_on: nullable<string>('string', { format: 'date' }),
  version: nullable<string>('string'),
  missing: nullable<string>('string', { description: 'Why there is none; null: there is.' }),
})

const place = Type.Object({
  id: Type.String({ description: 'Never renamed.' }),
  name: Type.String(),
  file: Type.String(),
  built_at: Type.String({ format: 'date-time' }),
  age_days: Type.Integer({ minimum: 0 }),
  old: nullable<string>('string', { description: 'Why it should be renewed; null: it is young enough.' }),
  gives: Type.Array(Type.Enum([...geoContents])),
  licence: Type.String({ description: 'SPDX id, or a word of ours.' }),
  problem: nullable<string>('string', { description: 'Why a newer file was not taken.' }),
})

const places = Type.Object({
  level: Type.Enum(['city', 'country', 'none'], { description: 'How fine places are known.' }),
  databases: Type.Array(place),
  credits: Type.Array(Type.Object({ text: Type.String(), url: Type.String() }), {
    description: 'To be shown, with their links, wherever places are.',
  }),
})

const schema = {
  ...behindSecret(
    'lists',
    'Lists of addresses',
    'Every feed that this server knows, with its size, age, last error and licence, the lists that the operator keeps, and the databases of networks and places with those to credit. The same for all workspaces.',
  ),
  params: Type.Object({ id: pathParameters.id }),
  response: {
    200: Type.Object({
      ok: Type.Literal(true),
      data: Type.Object({ feeds: Type.Array(feed), lists: Type.Array(list), networks: network, places }),
    }),
    ...apiErrors,
  },
}

/** `GET /api/v1/subscriptions/:id/feeds`: what the lists of addresses are worth at this moment. */
export const feedsRoute: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  const { directory, now, feeds, databases } = deps
  app.get('/api/v1/subscriptions/:id/feeds', { schema }, async (request) => {
    await authoriseIn(request.params.id, request, 'events', { directory, now })
    return {
      ok: true as const,
      data: {
        feeds: feeds.statuses().map(flatFeed),
        lists: feeds.listStatuses().map(flatList),
        networks: flatNetworks(databases().networks),
        places: flatPlaces(databases().places),
      },
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

function flatNetworks(source: AddressDatabases['networks']) {
  if ('missing' in source) return { name: null, built_on: null, version: null, missing: source.missing }
  return { name: source.name, built_on: source.builtOn, version: source.version, missing: null }
}

const flatPlaces = ({ level, databases, credits }: AddressDatabases['places']) => ({
  level,
  databases: databases.map(({ id, name, file, builtAt, ageDays, old, gives, licence, problem }) => ({
    ...{ id, name, file, built_at: new Date(builtAt).toISOString(), age_days: ageDays, old },
    ...{ gives: [...gives], licence, problem },
  })),
  credits: credits.map(({ text, url }) => ({ text, url })),
})

const timeText = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
