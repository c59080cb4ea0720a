import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ApiError } from '../api-error.ts'
import type { AppDeps } from '../app.ts'
import { authoriseIn } from '../auth/authorise-in.ts'
import { explain, explainObservations } from '../explain.ts'
import { findEvent } from '../find-event.ts'
import { storedSignals } from '../stored-signals.ts'
import { explainSchema, signalsSchema } from './explain-schemas.ts'

/** Why an event is as it is, and what its browser sent. All reads go by primary keys. */
export const explainRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, { directory, now, ledger }) => {
  app.get('/api/v1/subscriptions/:id/events/:requestId/explain', { schema: explainSchema }, async (request) => {
    const { id, requestId } = request.params
    const { workspaceId, scopes } = await authoriseIn(id, request, 'events', { directory, now })
    const event = await findEvent(ledger, workspaceId, requestId)
    const maySeeSignals = scopes.includes('signals')
    const signals = maySeeSignals ? await storedSignals(ledger, event) : null
    const data = {
      ...explain(event),
      observations: explainObservations(await ledger.observations(workspaceId, event.requestId)),
      signals,
      signals_left_out: signals ? null : maySeeSignals ? ('forgotten' as const) : ('scope' as const),
    }
    return { ok: true as const, data }
  })

  app.get('/api/v1/subscriptions/:id/events/:requestId/signals', { schema: signalsSchema }, async (request) => {
    const { id, requestId } = request.params
    const { workspaceId } = await authoriseIn(id, request, 'signals', { directory, now })
    const event = await findEvent(ledger, workspaceId, requestId)
    const signals = await storedSignals(ledger, event)
    if (!signals) throw new ApiError('not_found', 'What the browser sent for this event is not kept any more.')
    return { ok: true as const, data: { request_id: event.requestId, agent_version: event.agentVersion, signals } }
  })
}
