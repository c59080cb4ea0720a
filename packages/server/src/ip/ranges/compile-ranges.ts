import type { AcceptedList } from '../list-parts.ts'
import { buildAddressTable } from './build-address-table.ts'
import { type Detail, type ListException, labelLists, TooManySources } from './label-lists.ts'
import type { CompiledRanges } from './range-set.ts'
import { rememberSets } from './remember-sets.ts'
import { createSourceSetTable, TooManySets } from './source-sets.ts'
import type { Turns } from './turns.ts'

/** How to compile. */
export interface CompileOptions {
  /** See `createSourceSetTable`. */
  readonly membersMax?: number | undefined
  /** None: all at once. */
  readonly turns?: Turns | undefined
}

/**
 * Compiles lists into one table. Where they say more different things than it holds, it is made of which list and which
 * kind alone, and `detail` says so; throws when even that is too much, and for ranges that are none.
 */
export function compileRanges(
  lists: readonly AcceptedList[],
  exceptions: readonly ListException[] = [],
  { membersMax, turns }: CompileOptions = {},
): CompiledRanges {
  try {
    return compiled(lists, exceptions, 'everything', { membersMax, turns })
  } catch (error) {
    if (!(error instanceof TooManySources || error instanceof TooManySets)) throw error
    return compiled(lists, exceptions, 'lists', { membersMax, turns })
  }
}

function compiled(
  lists: readonly AcceptedList[],
  exceptions: readonly ListException[],
  detail: Detail,
  { membersMax, turns }: CompileOptions,
): CompiledRanges {
  const { heaps, sources, exceptionsFrom } = labelLists(lists, exceptions, detail)
  const sets = createSourceSetTable(membersMax)
  const believed = believer(
    exceptions.map(({ feed }) => feed),
    exceptionsFrom,
    sources.map(({ feed }) => feed),
  )
  const table = buildAddressTable(
    heaps,
    rememberSets((labels) => sets.numberOf(believed(labels))),
    turns,
  )
  return { table, sets: sets.finish(), sources, detail }
}

/**
 * Takes from labels what is not to be shown: the range around an address that the same source names itself, the
 * exceptions, and what they are made to.
 */
function believer(
  exceptionFeeds: readonly string[],
  exceptionsFrom: number,
  sourceFeeds: readonly string[],
): (labels: readonly number[]) => readonly number[] {
  return (labels) => {
    if (labels.length === 1 && (labels[0] ?? 0) < exceptionsFrom) return labels
    const excepted = new Set(
      labels.filter((label) => label >= exceptionsFrom).map((label) => exceptionFeeds[label - exceptionsFrom]),
    )
    return labels.filter((label, index) => {
      if (label >= exceptionsFrom || excepted.has(sourceFeeds[label >>> 1])) return false
      const isNamedItself = label % 2 === 0 && labels[index + 1] === label + 1
      return !isNamedItself
    })
  }
}
