import { runThread } from '../run-thread.ts'
import type { Inspection } from './inspect-list.ts'
import type { Inspect } from './load-version.ts'

/** The largest list of the table, 287,000 rows, took under 3 s on a busy machine of two cores (November 2026). */
const INSPECT_MS_MAX = 60_000

/** Inspects a list in a thread of its own, so that nobody waits for it. Rejects when the thread dies or takes too long. */
export const inspectInThread: Inspect = async (job) => {
  const answer = await runThread(new URL('./inspect-thread.ts', import.meta.url), job, INSPECT_MS_MAX)
  // `inspect-thread.ts` answers with nothing else.
  return answer as Inspection
}
