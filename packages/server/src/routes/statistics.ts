import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ApiError } from '../api-error.ts'
import type { AppDeps } from '../app.ts'
import { authoriseIn } from '../auth/authorise-in.ts'
import { behindSecret } from '../openapi/describe-api.ts'
import { apiErrors, errorAnswers } from '../openapi/error-answers.ts'
import type { DayCounts } from '../ports/event-search.ts'
import { foundOrRefused } from '../search/found-or-refused.ts'
import { pathParameters } from './path-parameters.ts'

const DAY_MS = 86_400_000

/** A leap year and a day: a year beside the same day of the year before. */
const DAYS_MAX = 367

const count = Type.Integer({ minimum: 0 })
const day = (description: string) => Type.String({ format: 'date', description })

const schema = {
  ...behindSecret('statistics', 'Counts by day', 'Days that counted nothing are left out.'),
  params: Type.Object({ id: pathParameters.id }),
  querystring: Type.Object({
    from: day('First day, such as 2026-11-01 (UTC).'),
    to: day(`Last day; at most ${DAYS_MAX} days in all.`),
    environment: Type.Optional(Type.Enum(['live', 'test'], { description: 'Environment of the public key.' })),
  }),
  response: {
    200: Type.Object({
      ok: Type.Literal(true),
      data: Type.Object({
        days: Type.Array(
          Type.Object({
            day: day('UTC.'),
            environment: Type.Enum(['live', 'test']),
            events: count,
            visitors: count,
            new_visitors: count,
            bots: count,
            uncertain: count,
            challenges: count,
            reviews: count,
            denials: count,
            replayed: count,
            expired: count,
          }),
        ),
      }),
    }),
    ...apiErrors,
    ...errorAnswers(422),
  },
}

/** `GET /api/v1/subscriptions/:id/stats/daily`: what each day counted. */
export const statisticsRoute: FastifyPluginAsyncTypebox<AppDeps> = async (app, { directory, now, search }) => {
  app.get('/api/v1/subscriptions/:id/stats/daily', { schema }, async (request, reply) => {
    const { workspaceId } = await authoriseIn(request.params.id, request, 'events', { directory, now })
    const { environment } = request.query
    const [from, to] = [dayOf(request.query.from), dayOf(request.query.to)]
    if (to < from || to - from >= DAYS_MAX) {
      throw new ApiError(
        'request_malformed',
        `The parameter "to" must be a day from "from" on, ${DAYS_MAX} days in all at most.`,
      )
    }
    const range = { from, to, ...(environment === undefined ? {} : { environment }) }
    const days = foundOrRefused(await search.daily(workspaceId, range), reply)
    return { ok: true as const, data: { days: days.map(flatDay) } }
  })
}

/** The format was checked before: what has it is a date. */
const dayOf = (date: string): number => Date.parse(date) / DAY_MS

const flatDay = ({ day, newVisitors, ...counts }: DayCounts) => ({
  day: new Date(day * DAY_MS).toISOString().slice(0, 10),
  new_visitors: newVisitors,
  ...counts,
})
