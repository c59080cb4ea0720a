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
export interface LabelledLists extends LabelledRanges {
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

/** Puts all lists into one heap of ranges. Throws `TooManySources`, and for a list with half a range. */
export function labelLists(
  lists: readonly AcceptedList[],
  exceptions: readonly ListException[],
  detail: Detail,
): LabelledLists {
  const parts = lists.flatMap((list) => list.parts.map((part) => ({ part, source: sourceOf(list, part, detail) })))
  const heaps = [...parts.map(({ part }) => part.ranges), ...exceptions.map(({ ranges }) => ranges)]
  const ranges = { v4: concatenated(heaps, 'v4', 2), v6: concatenated(heaps, 'v6', 8) }
  const sources = createSourceTable()
  const labels = parts.map(({ source }) => 2 * sources.indexOf(source))
  const exceptionsFrom = 2 * sources.all.length
  labels.push(...exceptions.map((_, index) => exceptionsFrom + index))
  const v4Labels = new Uint32Array(ranges.v4.length / 2)
  const v6Labels = new Uint32Array(ranges.v6.length / 8)
  let v4Done = 0
  let v6Done = 0
  heaps.forEach(({ v4, v6 }, heap) => {
    const label = labels[heap] ?? 0
    const v4End = v4Done + v4.length / 2
    const v6End = v6Done + v6.length / 8
    v4Labels.fill(label, v4Done, v4End)
    v6Labels.fill(label, v6Done, v6End)
    if (heap < parts.length) {
      for (let range = v4Done; range < v4End; range++) if (isSingle(ranges.v4, range, 1)) v4Labels[range] = label + 1
      for (let range = v6Done; range < v6End; range++) if (isSingle(ranges.v6, range, 4)) v6Labels[range] = label + 1
    }
    v4Done = v4End
    v6Done = v6End
  })
  return { ranges, v4Labels, v6Labels, sources: sources.all, exceptionsFrom }
}

function sourceOf({ feed, kind, threat }: AcceptedList, part: ListPart, detail: Detail): Omit<ListSource, 'exact'> {
  const { provider, count, protocol } = detail === 'everything' ? part : { provider: null }
  return {
    feed,
    kind,
    provider,
    ...(threat === undefined ? {} : { threat }),
    ...(count === undefined ? {} : { count }),
    ...(protocol === undefined ? {} : { protocol }),
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

function concatenated(
  heaps: readonly AddressRanges[],
  family: 'v4' | 'v6',
  wordsPerRange: number,
): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(heaps.reduce((length, ranges) => length + ranges[family].length, 0))
  let done = 0
  for (const { [family]: words } of heaps) {
    if (words.length % wordsPerRange !== 0) throw new Error('A list has half a range.')
    all.set(words, done)
    done += words.length
  }
  return all
}

function isSingle(words: Uint32Array, range: number, width: number): boolean {
  const at = range * width * 2
  for (let word = 0; word < width; word++) if (words[at + word] !== words[at + width + word]) return false
  return true
}
