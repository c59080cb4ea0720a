import type { AddressRanges } from '../list-parts.ts'
import { type AddressTable, bucketsOf, type Segments } from './address-table.ts'
import { rankPoints } from './rank-points.ts'
import { boundary, END, LABELS_MAX, sweep } from './sweep.ts'

/** Ranges with a number each that says what they mean; below 2^20. */
export interface LabelledRanges {
  readonly ranges: AddressRanges
  readonly v4Labels: Uint32Array
  readonly v6Labels: Uint32Array
}

/** The value of addresses that lie in ranges of these labels, ascending; 0: none. Does not keep the array. */
export type ValueFor = (labels: readonly number[]) => number

/** Cuts ranges that may overlap into a table without overlaps. Throws for a range that ends before it starts. */
export function buildAddressTable({ ranges, v4Labels, v6Labels }: LabelledRanges, valueFor: ValueFor): AddressTable {
  const v4 = buildIpv4(ranges.v4, v4Labels, valueFor)
  return { v4, v6: buildIpv6(ranges.v6, v6Labels, valueFor), buckets: bucketsOf(v4.starts) }
}

function buildIpv4(words: Uint32Array, labels: Uint32Array, valueFor: ValueFor): Segments {
  const opens = new Float64Array(labels.length)
  const closes = new Float64Array(labels.length)
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index] ?? 0
    const first = words[index * 2] ?? 0
    const last = words[index * 2 + 1] ?? 0
    opens[index] = boundary(first, label)
    closes[index] = boundary(last + 1, label)
    expectRange(first <= last && label < LABELS_MAX)
  }
  const { positions, values } = cut(opens, closes, valueFor)
  return { starts: positions, values }
}

/** IPv6 goes by the order of all boundaries, because 128 bits fit in no number. */
function buildIpv6(words: Uint32Array, labels: Uint32Array, valueFor: ValueFor): Segments {
  // The lowest address, then first and behind-the-last of every range.
  const boundaries = new Uint32Array(4 + words.length)
  boundaries.set(words, 4)
  const endless = new Uint8Array(labels.length)
  for (let index = 0; index < labels.length; index++) endless[index] = increment(boundaries, 8 + index * 8) ? 0 : 1
  const { ranks, points } = rankPoints(boundaries)
  const opens = new Float64Array(labels.length)
  const closes = new Float64Array(labels.length)
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index] ?? 0
    const first = ranks[1 + index * 2] ?? 0
    const after = endless[index] === 1 ? END : (ranks[2 + index * 2] ?? 0)
    opens[index] = boundary(first, label)
    closes[index] = boundary(after, label)
    expectRange(first < after && label < LABELS_MAX)
  }
  const { positions, values } = cut(opens, closes, valueFor)
  const starts = new Uint32Array(positions.length * 4)
  positions.forEach((rank, index) => {
    starts.set(points.subarray(rank * 4, rank * 4 + 4), index * 4)
  })
  return { starts, values }
}

/** Adds 1 to four words in place. False: there is no address behind this one. */
function increment(words: Uint32Array, at: number): boolean {
  for (let word = at + 3; word >= at; word--) {
    const sum = ((words[word] ?? 0) + 1) >>> 0
    words[word] = sum
    if (sum !== 0) return true
  }
  return false
}

function cut(
  opens: Float64Array,
  closes: Float64Array,
  valueFor: ValueFor,
): { readonly positions: Uint32Array<ArrayBuffer>; readonly values: Segments['values'] } {
  const positions = new Uint32Array(opens.length + closes.length + 1)
  const values = new Uint32Array(positions.length)
  // Position 0 has the value 0 until a range says otherwise.
  let count = 1
  let valueMax = 0
  sweep(opens, closes, (position, labels) => {
    const value = valueFor(labels)
    if (position === 0) values[0] = value
    else if (value !== values[count - 1]) {
      positions[count] = position
      values[count] = value
      count++
    }
    if (value > valueMax) valueMax = value
  })
  const used = values.subarray(0, count)
  return { positions: positions.slice(0, count), values: valueMax < 65536 ? new Uint16Array(used) : used.slice() }
}

function expectRange(holds: boolean): void {
  if (!holds) throw new Error('A range ends before it starts, or has a label that is too high.')
}
