import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type RequestId, type TracioEvent, toFlat, toProducts, type WorkspaceId } from '@tracio/contract'
import { Type } from 'typebox'
import { ApiError } from '../api-error.ts'
import type { AppDeps } from '../app.ts'
import { authorise } from '../auth/api-secret.ts'

const requestId = Type.String({ minLength: 1, maxLength: 64, description: 'Request id of the event.' })

/** One event, by its two readings: products, and flat under the workspace. */
export const eventRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  const { ledger } = deps
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  async function find(workspace: WorkspaceId, id: string): Promise<TracioEvent> {
    // Any text may be asked for; one that is no request id is simply not found.
    const event = await ledger.event(workspace, id as RequestId)
    if (!event) throw new ApiError('not_found', 'There is no such event in this workspace.')
    return event
  }

  app.get('/api/v1/events/:requestId', { schema: { params: Type.Object({ requestId }) } }, async (request) => {
    const { workspaceId } = await authorise(request, 'events', deps)
    return toProducts(await find(workspaceId, request.params.requestId))
  })

  const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }), requestId })
  app.get('/api/v1/subscriptions/:id/events/:requestId', { schema: { params } }, async (request) => {
    const { workspaceId } = await authorise(request, 'events', deps)
    if (request.params.id !== workspaceId) {
      throw new ApiError('forbidden', 'The API secret belongs to another workspace.')
    }
    return { ok: true, data: toFlat(await find(workspaceId, request.params.requestId)) }
  })
}
