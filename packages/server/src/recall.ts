import type { RequestId, WorkspaceId } from '@tracio/contract'
import type { Observations } from '@tracio/engine'
import { decodeStored } from './decode-body.ts'
import type { Ledger } from './ports/ledger.ts'

/**
 * What was observed of a stored event, as it was seen then: an event is judged again by nothing else. Undefined: there is
 * no such event, or its readings or observations are not kept any more.
 */
export async function recall(
  ledger: Pick<Ledger, 'readings' | 'observations'>,
  workspace: WorkspaceId,
  requestId: RequestId,
): Promise<Observations | undefined> {
  const [stored, json] = await Promise.all([
    ledger.readings(workspace, requestId),
    ledger.observations(workspace, requestId),
  ])
  if (!stored || json === undefined) return
  // Our own text comes back: `record` wrote it from observations, the readings left out.
  const beside = JSON.parse(json) as Omit<Observations, 'readings'>
  return { ...beside, readings: decodeStored(stored, beside.request.userAgent) }
}
