import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { AppDeps } from '../app.ts'
import { authoriseIn } from '../auth/authorise-in.ts'
import { jsonWith } from '../json-with.ts'
import { behindSecret } from '../openapi/describe-api.ts'
import { apiErrors, errorAnswers } from '../openapi/error-answers.ts'
import { flatEvent } from '../openapi/flat-event-schema.ts'
import { nullable } from '../openapi/nullable.ts'
import { writeCursor } from '../search/cursor.ts'
import { foundOrRefused } from '../search/found-or-refused.ts'
import { readSearch, searchParameters } from '../search/search-parameters.ts'
import { sendJson } from '../send-json.ts'
import { pathParameters } from './path-parameters.ts'

const schema = {
  ...behindSecret(
    'events',
    'Search events',
    'All that is given must hold. Without a filter: every event, newest first.',
  ),
  params: Type.Object({ id: pathParameters.id }),
  querystring: searchParameters,
  response: {
    200: Type.Object({
      ok: Type.Literal(true),
      data: Type.Object({
        events: Type.Array(flatEvent),
        next_cursor: nullable<string>('string', { description: 'For the next page; null on the last.' }),
      }),
    }),
    ...apiErrors,
    ...errorAnswers(422),
  },
}

/** `GET /api/v1/subscriptions/:id/events/search`: events by what is known of them, page by page. */
export const searchRoute: FastifyPluginAsyncTypebox<AppDeps> = async (app, { directory, now, search }) => {
  app.get('/api/v1/subscriptions/:id/events/search', { schema }, async (request, reply) => {
    const { params } = request
    const { workspaceId: workspace } = await authoriseIn(params.id, request, 'events', { directory, now })
    const query = readSearch(workspace, request.query)
    const { events, next } = foundOrRefused(await search.serialized(workspace, query, 'flat'), reply)
    const next_cursor = next && writeCursor(next, { workspace, ...query })
    await sendJson(reply, jsonWith({ ok: true }, 'data', jsonWith({ next_cursor }, 'events', events)))
  })
}
