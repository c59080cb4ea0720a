import type { ObservedMetric, VisitorId } from '@tracio/contract'
import type { Candidates } from '../identify/candidates.ts'

/** Observed metrics by name. */
export type MetricsByName = Readonly<Record<string, ObservedMetric>>

/**
 * Counts as they would be with this event added. Who the visitor is comes out only later, so what depends on it is
 * counted for everybody who may be chosen, and for somebody new.
 */
export interface VelocityFacts {
  /** The windows of metrics that have others than the built-in three. */
  readonly windows: Readonly<Record<string, readonly string[]>>
  /** What does not depend on the visitor. */
  readonly others: MetricsByName
  /** The rest for somebody new, and for nobody when the session is not trusted. */
  readonly newcomer: MetricsByName
  /** The rest for each candidate. */
  readonly visitors: readonly CandidateCounts[]
}

/** What was counted for somebody who may be the visitor. */
export interface CandidateCounts {
  readonly visitorId: VisitorId
  readonly metrics: MetricsByName
}

/**
 * Candidates that are counted for. The matcher chooses the cookie's owner or the only holder of a key, who are mostly one
 * and the same; a crowd of look-alikes is not worth its time. Chosen by hand, November 2026.
 */
const CANDIDATES_COUNTED_MAX = 3

/** The candidates to count for, the cookie's owner first, then the newest holders. */
export function countedCandidates({ cookie, frozen }: Candidates): readonly VisitorId[] {
  const ids = new Set<VisitorId>()
  if (cookie) ids.add(cookie.visitorId)
  for (const { visitorId } of frozen) if (ids.size < CANDIDATES_COUNTED_MAX) ids.add(visitorId)
  return [...ids]
}
