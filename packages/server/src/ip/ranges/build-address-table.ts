import type { AddressRanges } from '../list-parts.ts'
import { pagedWords } from '../paged-arrays.ts'
import { type AddressTable, bucketsOf, type Segments } from './address-table.ts'
import { createBoundaries } from './boundaries.ts'
import { rankPoints } from './rank-points.ts'
import { createSegmentWriter, type WrittenSegments } from './segment-writer.ts'
import { END } from './sweep.ts'
import { type Turns, withoutTurns } from './turns.ts'

/** Ranges, and for each a number below 2^20 that says what it means. */
export interface LabelledRanges {
  readonly ranges: AddressRanges
  labelOf(version: 4 | 6, range: number): number
}

/** The value of addresses that lie in ranges of these labels, ascending; 0: none. Does not keep the array. */
export type ValueFor = (labels: readonly number[]) => number

/** Some microseconds' work. */
const RANGES_A_TURN = 4096

/** A quarter of the IPv4 space. */
const SLICE = 2 ** 30

/**
 * Cuts ranges that may overlap into a table without overlaps. Throws for half a range and for one that ends before it
 * starts.
 */
export function buildAddressTable(
  heaps: readonly LabelledRanges[],
  valueFor: ValueFor,
  turns: Turns = withoutTurns,
): AddressTable {
  const { positions, values } = buildIpv4(heaps, valueFor, turns)
  return { v4: { starts: positions, values }, v6: buildIpv6(heaps, valueFor, turns), buckets: bucketsOf(positions) }
}

function buildIpv4(heaps: readonly LabelledRanges[], valueFor: ValueFor, turns: Turns): WrittenSegments {
  const boundaries = createBoundaries(turns)
  const writer = createSegmentWriter()
  // A quarter of the space at a time needs little room for what is needed for a moment, and four looks at every range.
  for (let from = 0; from < END; from += SLICE) {
    const to = from + SLICE
    for (const { ranges, labelOf } of heaps) {
      const words = ranges.v4
      const count = rangesIn(words, 2)
      for (let range = 0; range < count; range++) {
        if (range % RANGES_A_TURN === 0) turns()
        const first = words[range * 2] ?? 0
        const last = words[range * 2 + 1] ?? 0
        if (first > last) throw new Error(BACKWARDS)
        if (first >= to || last < from) continue
        boundaries.add(Math.max(first, from), Math.min(last + 1, to), labelOf(4, range))
      }
    }
    boundaries.sweep((position, labels) => writer.add(position, valueFor(labels)))
  }
  return writer.finish()
}

/** IPv6 goes by the order of all boundaries, because 128 bits fit in no number. */
function buildIpv6(heaps: readonly LabelledRanges[], valueFor: ValueFor, turns: Turns): Segments {
  const { ranks, points } = rankPoints(boundaryWords(heaps), turns)
  const boundaries = createBoundaries(turns)
  let at = 1
  for (const { ranges, labelOf } of heaps) {
    const count = ranges.v6.length / 8
    for (let range = 0; range < count; range++) {
      if (range % RANGES_A_TURN === 0) turns()
      const first = ranks[at++] ?? 0
      const after = ranks[at++] ?? 0
      // Behind the last address there is none: adding 1 to it has given the lowest.
      if (first >= after && after !== 0) throw new Error(BACKWARDS)
      boundaries.add(first, after === 0 ? END : after, labelOf(6, range))
    }
  }
  const writer = createSegmentWriter()
  boundaries.sweep((rank, labels) => writer.add(rank, valueFor(labels)))
  const { positions, values } = writer.finish()
  const starts = pagedWords(positions.length * 4)
  positions.forEach((rank, index) => {
    for (let word = 0; word < 4; word++) starts[index * 4 + word] = points[rank * 4 + word] ?? 0
  })
  return { starts, values }
}

/** The lowest address, then the first one of every range and the one behind its last. */
function boundaryWords(heaps: readonly LabelledRanges[]): Uint32Array {
  const all = pagedWords(4 + heaps.reduce((length, { ranges }) => length + ranges.v6.length, 0))
  let at = 4
  for (const { ranges } of heaps) {
    rangesIn(ranges.v6, 8)
    all.set(ranges.v6, at)
    for (const end = at + ranges.v6.length; at < end; at += 8) increment(all, at + 4)
  }
  return all
}

/** Adds 1 to four words in place; the highest becomes the lowest. */
function increment(words: Uint32Array, at: number): void {
  for (let word = at + 3; word >= at; word--) {
    const sum = ((words[word] ?? 0) + 1) >>> 0
    words[word] = sum
    if (sum !== 0) return
  }
}

const BACKWARDS = 'A list has a range that ends before it starts.'

function rangesIn(words: Uint32Array, wordsPerRange: number): number {
  if (words.length % wordsPerRange !== 0) throw new Error('A list has half a range.')
  return words.length / wordsPerRange
}
