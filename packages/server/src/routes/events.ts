import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toFlat, toProducts } from '@tracio/contract'
import { Type } from 'typebox'
import type { AppDeps } from '../app.ts'
import { authorise } from '../auth/api-secret.ts'
import { authoriseIn } from '../auth/authorise-in.ts'
import { findEvent } from '../find-event.ts'
import { behindSecret } from '../openapi/describe-api.ts'
import { apiErrors } from '../openapi/error-answers.ts'
import { flatEvent } from '../openapi/flat-event-schema.ts'
import { productsEvent } from '../openapi/products-schema.ts'
import { pathParameters } from './path-parameters.ts'

const { id, requestId } = pathParameters

const productsRoute = {
  ...behindSecret('events', 'One event, by product'),
  params: Type.Object({ requestId }),
  response: { 200: productsEvent, ...apiErrors },
}

const flatRoute = {
  ...behindSecret('events', 'One event, flat'),
  params: Type.Object({ id, requestId }),
  response: { 200: Type.Object({ ok: Type.Literal(true), data: flatEvent }), ...apiErrors },
}

/** One event, by its two readings: products, and flat under the workspace. */
export const eventRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, { directory, now, ledger }) => {
  app.get('/api/v1/events/:requestId', { schema: productsRoute }, async ({ headers, address, params }) => {
    const { workspaceId } = await authorise({ headers, address }, 'events', { directory, now })
    return toProducts(await findEvent(ledger, workspaceId, params.requestId))
  })

  app.get(
    '/api/v1/subscriptions/:id/events/:requestId',
    { schema: flatRoute },
    async ({ headers, address, params }) => {
      const { workspaceId } = await authoriseIn(params.id, { headers, address }, 'events', { directory, now })
      return { ok: true as const, data: toFlat(await findEvent(ledger, workspaceId, params.requestId)) }
    },
  )
}
