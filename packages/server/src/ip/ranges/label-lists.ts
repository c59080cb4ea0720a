import type { AcceptedList, AddressRanges, ListPart } from '../list-parts.ts'
import type { LabelledRanges } from './build-address-table.ts'
import type { ListSource } from './list-source.ts'

/** Addresses of which a list is not believed. */
export interface ListException {
  readonly feed: string
  readonly ranges: AddressRanges
}

/** How much of what lists say is kept: everything, or only which list and what kind of list it is. */
export type Detail = 'everything' | 'lists'

/**
 * Lists as ranges with labels. Label 2n is source n by a range around the address, 2n + 1 by the address itself; those
 * from `exceptionsFrom` on are the exceptions, one each.
 */
export interface LabelledLists {
  readonly heaps: readonly LabelledRanges[]
  readonly sources: readonly Omit<ListSource, 'exact'>[]
  readonly exceptionsFrom: number
}

/**
 * Sources of all lists together, some 30 MB while they are gathered. Lists of November 2026 have some hundred: providers,
 * and counts of up to 30.
 */
const SOURCES_MAX = 100_000

/** More sources than the table of labels holds. */
export class TooManySources extends Error {
  override readonly name = 'TooManySources'
}

/** Gives every range of every list its label. Throws `TooManySources`. */
export function labelLists(
  lists: readonly AcceptedList[],
  exceptions: readonly ListException[],
  detail: Detail,
): LabelledLists {
  const sources = createSourceTable()
  const named = lists.flatMap((list) =>
    list.parts.map((part) => labelPart(part.ranges, 2 * sources.indexOf(sourceOf(list, part, detail)))),
  )
  const exceptionsFrom = 2 * sources.all.length
  const excepted = exceptions.map(({ ranges }, index) => ({ ranges, labelOf: () => exceptionsFrom + index }))
  return { heaps: [...named, ...excepted], sources: sources.all, exceptionsFrom }
}

function labelPart(ranges: AddressRanges, label: number): LabelledRanges {
  const { v4, v6 } = ranges
  return {
    ranges,
    labelOf: (version, range) => label + ((version === 4 ? isSingle(v4, range, 1) : isSingle(v6, range, 4)) ? 1 : 0),
  }
}

function sourceOf({ feed, kind, threat }: AcceptedList, part: ListPart, detail: Detail): Omit<ListSource, 'exact'> {
  const { provider, count, protocol, country } = detail === 'everything' ? part : { provider: null }
  return {
    feed,
    kind,
    provider,
    ...(threat === undefined ? {} : { threat }),
    ...(count === undefined ? {} : { count }),
    ...(protocol === undefined ? {} : { protocol }),
    ...(country === undefined ? {} : { country }),
  }
}

/** Gives equal sources one place. */
function createSourceTable() {
  const all: Omit<ListSource, 'exact'>[] = []
  const places = new Map<string, number>()
  return {
    all,
    indexOf(source: Omit<ListSource, 'exact'>): number {
      // `sourceOf` names the fields in one order, so equal sources have equal texts.
      const text = JSON.stringify(source)
      const known = places.get(text)
      if (known !== undefined) return known
      if (all.length === SOURCES_MAX) throw new TooManySources(`The lists name more than ${SOURCES_MAX} sources.`)
      places.set(text, all.length)
      return all.push(source) - 1
    },
  }
}

function isSingle(words: Uint32Array, range: number, width: number): boolean {
  const at = range * width * 2
  for (let word = 0; word < width; word++) if (words[at + word] !== words[at + width + word]) return false
  return true
}
