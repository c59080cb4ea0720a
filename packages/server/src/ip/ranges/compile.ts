import type { AcceptedList } from '../list-parts.ts'
import { runThread } from '../run-thread.ts'
import type { ListException } from './label-lists.ts'
import { packLists } from './pack-lists.ts'
import { type CompiledRanges, createRangeSet, type RangeSet } from './range-set.ts'

/** What the thread is told. */
export interface CompileOrder {
  readonly lists: readonly AcceptedList[]
  readonly exceptions: readonly ListException[]
}

/**
 * 1.2 million ranges took 3 to 4 s, most of it rest, on a machine of two cores (November 2026). Lists that need longer
 * than this are made to.
 */
const COMPILE_MS_MAX = 120_000

/**
 * Compiles lists in a thread of its own. The lists are copied, so that the caller may keep them. Rejects for ranges that
 * are none, for lists that overlap in too many ways, and when the thread dies or takes too long.
 */
export async function compileLists(
  lists: readonly AcceptedList[],
  exceptions: readonly ListException[] = [],
): Promise<RangeSet> {
  const { buffer, ...order } = await packLists(lists, exceptions)
  const thread = new URL('./compile-thread.ts', import.meta.url)
  const answer = await runThread(thread, order satisfies CompileOrder, COMPILE_MS_MAX, [buffer])
  // `compile-thread.ts` answers with nothing else.
  return createRangeSet(answer as CompiledRanges)
}
