import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { VisitorId } from '@tracio/contract'
import { Type } from 'typebox'
import { ApiError } from '../api-error.ts'
import type { AppDeps } from '../app.ts'
import { authorise } from '../auth/api-secret.ts'

const params = Type.Object({
  visitorId: Type.String({ minLength: 1, maxLength: 64, description: 'Visitor id as an event showed it.' }),
})

/** `DELETE /api/v1/visitors/:visitorId`: erases a visitor and everything that was stored of them. */
export const visitorRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, { directory, ledger, counters }) => {
  app.delete('/api/v1/visitors/:visitorId', { schema: { params } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const { workspaceId } = await authorise(request.headers.authorization, 'admin', directory)
    // Any text may be asked for; one that is no visitor id is simply not found.
    const visitorId = request.params.visitorId as VisitorId
    const erased = await ledger.eraseVisitor(workspaceId, visitorId)
    if (!erased) throw new ApiError('not_found', 'There is no such visitor in this workspace.')
    await counters.forgetVisitor(workspaceId, visitorId)
    return { ok: true, data: { visitorId, erased: true } }
  })
}
