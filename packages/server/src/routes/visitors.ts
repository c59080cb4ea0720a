import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toFlat, toRfc3339, type VisitorId, type WorkspaceId } from '@tracio/contract'
import type { FastifyReply } from 'fastify'
import { ApiError } from '../api-error.ts'
import type { AppDeps } from '../app.ts'
import { authorise } from '../auth/api-secret.ts'
import { authoriseIn } from '../auth/authorise-in.ts'
import { jsonWith } from '../json-with.ts'
import type { EventForm, SerializedPage, VisitorSummary } from '../ports/event-search.ts'
import { writeCursor } from '../search/cursor.ts'
import { foundOrRefused } from '../search/found-or-refused.ts'
import { withCursor } from '../search/search-parameters.ts'
import { sendJson } from '../send-json.ts'
import {
  eraseFlatVisitorSchema,
  eraseVisitorSchema,
  flatVisitorHistorySchema,
  visitorHistorySchema,
} from './visitor-schemas.ts'

const NOT_FOUND = 'There is no such visitor in this workspace.'

interface HistoryQuery {
  readonly limit: number
  readonly linked_id?: string
  readonly cursor?: string
}

/** History and erasure of a visitor: in the form of products, and flat under the workspace. */
export const visitorRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (
  app,
  { directory, now, ledger, search, counters },
) => {
  /** Who it is, and a page of what they did, newest first. */
  async function history(
    workspace: WorkspaceId,
    id: string,
    { limit, linked_id, cursor }: HistoryQuery,
    form: EventForm,
    reply: FastifyReply,
  ): Promise<{ readonly visitor: VisitorSummary; readonly page: SerializedPage; readonly next: string | null }> {
    // Any text may be asked for; one that is no visitor id is simply not found.
    const visitorId = id as VisitorId
    const filter = { visitorId, ...(linked_id === undefined ? {} : { linkedId: linked_id }) }
    const query = withCursor(workspace, { filter, order: 'newest', limit }, cursor)
    const visitor = foundOrRefused(await search.visitor(workspace, visitorId), reply)
    if (!visitor) throw new ApiError('not_found', NOT_FOUND)
    const page = foundOrRefused(await search.serialized(workspace, query, form), reply)
    return { visitor, page, next: page.next && writeCursor(page.next, { workspace, ...query }) }
  }

  async function erase(workspace: WorkspaceId, visitorId: string): Promise<void> {
    // Any text may be asked for; one that is no visitor id is simply not found.
    const id = visitorId as VisitorId
    if (!(await ledger.eraseVisitor(workspace, id))) throw new ApiError('not_found', NOT_FOUND)
    await counters.forgetVisitor(workspace, id)
  }

  app.get('/api/v1/visitors/:visitorId', { schema: visitorHistorySchema }, async (request, reply) => {
    const { workspaceId } = await authorise(request, 'events', { directory, now })
    const { paginationKey, ...query } = request.query
    const cursor = query.cursor ?? paginationKey
    const asked = { ...query, ...(cursor === undefined ? {} : { cursor }) }
    const { visitor, page, next } = await history(workspaceId, request.params.visitorId, asked, 'visit', reply)
    const members = {
      visitorId: visitor.visitorId,
      firstSeenAt: toRfc3339(visitor.firstSeenAt),
      lastSeenAt: toRfc3339(visitor.lastSeenAt),
      visitCount: visitor.visits,
      linkedIds: visitor.linkedIds,
      ...(next === null ? {} : { lastTimestamp: page.lastAt, paginationKey: next }),
    }
    await sendJson(reply, jsonWith(members, 'visits', page.events))
  })

  app.get(
    '/api/v1/subscriptions/:id/visitors/:visitorId',
    { schema: flatVisitorHistorySchema },
    async (request, reply) => {
      const { id, visitorId } = request.params
      const { workspaceId } = await authoriseIn(id, request, 'events', { directory, now })
      const { visitor, page, next } = await history(workspaceId, visitorId, request.query, 'flat', reply)
      const members = {
        visitor_id: visitor.visitorId,
        first_seen_at: toRfc3339(visitor.firstSeenAt),
        last_seen_at: toRfc3339(visitor.lastSeenAt),
        visit_count: visitor.visits,
        event_count: visitor.events,
        linked_ids: visitor.linkedIds,
        last_event: visitor.lastEvent && toFlat(visitor.lastEvent),
        next_cursor: next,
      }
      await sendJson(reply, jsonWith({ ok: true }, 'data', jsonWith(members, 'events', page.events)))
    },
  )

  app.delete('/api/v1/visitors/:visitorId', { schema: eraseVisitorSchema }, async ({ headers, address, params }) => {
    const { workspaceId } = await authorise({ headers, address }, 'admin', { directory, now })
    await erase(workspaceId, params.visitorId)
    return { ok: true as const, data: { visitorId: params.visitorId, erased: true as const } }
  })

  app.delete(
    '/api/v1/subscriptions/:id/visitors/:visitorId',
    { schema: eraseFlatVisitorSchema },
    async ({ headers, address, params }) => {
      const { workspaceId } = await authoriseIn(params.id, { headers, address }, 'admin', { directory, now })
      await erase(workspaceId, params.visitorId)
      return { ok: true as const, data: { visitor_id: params.visitorId, erased: true as const } }
    },
  )
}
