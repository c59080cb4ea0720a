import type { TracioEvent } from '@tracio/contract'

/**
 * Throws unless `after` is the next revision of `before`. An amendment judges anew; it never turns an event into another:
 * searches, counts and erasure go by its visitor, its time and its environment.
 */
export function checkAmendment(before: TracioEvent, after: TracioEvent): void {
  const same =
    before.requestId === after.requestId &&
    before.workspaceId === after.workspaceId &&
    before.at === after.at &&
    before.environment === after.environment &&
    before.identification.visitorId === after.identification.visitorId
  if (!same || after.revision !== before.revision + 1) {
    throw new Error('An amendment is no next revision of the event that it amends.')
  }
}
