import type { EpochMs } from '@tracio/contract'
import type { Visit } from './counters.ts'

/**
 * The stored visits, as far as counting needs them: counters that live in memory are rebuilt from it. Every adapter passes
 * `visitLogContract`.
 */
export interface VisitLog {
  /**
   * Visits of before `until` that were stored when this was called: the newest first, in pages that are never empty, back
   * to `since` at the least. What is stored later is left out, and what is erased meanwhile may be. Whoever stops early
   * frees what the reading holds.
   */
  readBack(since: EpochMs, until: EpochMs): AsyncIterable<readonly Visit[]>
}
