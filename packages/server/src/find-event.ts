import type { RequestId, TracioEvent, WorkspaceId } from '@tracio/contract'
import { ApiError } from './api-error.ts'
import type { Ledger } from './ports/ledger.ts'

/** An event of a workspace. Throws an `ApiError` when it has none of that id. */
export async function findEvent(
  ledger: Pick<Ledger, 'event'>,
  workspace: WorkspaceId,
  requestId: string,
): Promise<TracioEvent> {
  // Any text may be asked for; one that is no request id is simply not found.
  const event = await ledger.event(workspace, requestId as RequestId)
  if (!event) throw new ApiError('not_found', 'There is no such event in this workspace.')
  return event
}
