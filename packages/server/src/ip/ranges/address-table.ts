import type { Address } from '../parse-address.ts'

/**
 * A value for every address: the one of segment n holds from its start to the start of the next. The first segment starts
 * at the lowest address; 0 means that nothing is known.
 */
export interface Segments {
  /** Ascending; one word each for IPv4, four for IPv6, the most significant first. */
  readonly starts: Uint32Array<ArrayBuffer>
  /** Two bytes each where that is enough. */
  readonly values: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>
}

/** Values of all addresses, in arrays that can be handed to another thread or written to a file. */
export interface AddressTable {
  readonly v4: Segments
  readonly v6: Segments
  /** For the first 16 bits of an IPv4 address, how many segments start before them; one more at the end. */
  readonly buckets: Uint32Array<ArrayBuffer>
}

const BUCKETS = 65536

/** The value of an address; 0: none. */
export function valueAt({ v4, v6, buckets }: AddressTable, address: Address): number {
  if (address.version === 4) return v4.values[segmentOfWord(v4.starts, buckets, address.word)] ?? 0
  return v6.values[segmentOfWords(v6.starts, address.words)] ?? 0
}

/** The last segment that starts at the word or before. */
function segmentOfWord(starts: Uint32Array, buckets: Uint32Array, word: number): number {
  const bucket = word >>> 16
  let low = Math.max(0, (buckets[bucket] ?? 0) - 1)
  let high = (buckets[bucket + 1] ?? 0) - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((starts[middle] ?? 0) <= word) low = middle
    else high = middle - 1
  }
  return low
}

function segmentOfWords(starts: Uint32Array, words: readonly [number, number, number, number]): number {
  let low = 0
  let high = starts.length / 4 - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (startsAfter(starts, middle * 4, words)) high = middle - 1
    else low = middle
  }
  return low
}

function startsAfter(starts: Uint32Array, at: number, words: readonly [number, number, number, number]): boolean {
  const first = starts[at] ?? 0
  if (first !== words[0]) return first > words[0]
  const second = starts[at + 1] ?? 0
  if (second !== words[1]) return second > words[1]
  const third = starts[at + 2] ?? 0
  if (third !== words[2]) return third > words[2]
  return (starts[at + 3] ?? 0) > words[3]
}

/** Makes the index that spares most of the search. */
export function bucketsOf(starts: Uint32Array): Uint32Array<ArrayBuffer> {
  const buckets = new Uint32Array(BUCKETS + 1)
  let segment = 0
  for (let bucket = 0; bucket <= BUCKETS; bucket++) {
    const from = bucket * 65536
    while (segment < starts.length && (starts[segment] ?? 0) < from) segment++
    buckets[bucket] = segment
  }
  return buckets
}
