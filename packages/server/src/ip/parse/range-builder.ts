import type { AddressRanges } from '../list-parts.ts'

/** Takes ranges while a list is read. First and last address, both inside. */
export interface RangeSink {
  /** Two unsigned 32-bit words. */
  addIpv4(first: number, last: number): void
  /** Eight words: four of the first address, four of the last, the most significant first. They are copied. */
  addIpv6(words: Uint32Array): void
}

/** Ranges that have come so far. */
export interface RangeBuilder extends RangeSink {
  readonly size: () => number
  /** A copy, exactly as long as it must be. */
  readonly ranges: () => AddressRanges
}

const IPV4_WORDS = 2
const IPV6_WORDS = 8

/** Room at the beginning, in ranges; it doubles whenever it is used up. */
const ROOM = 16

/** Collects ranges in arrays of numbers, because a million objects would take 25 times the memory. */
export function createRangeBuilder(): RangeBuilder {
  let v4 = new Uint32Array(ROOM * IPV4_WORDS)
  let v6 = new Uint32Array(ROOM * IPV6_WORDS)
  let v4Words = 0
  let v6Words = 0
  return {
    addIpv4(first, last) {
      if (v4Words === v4.length) v4 = doubled(v4)
      v4[v4Words] = first
      v4[v4Words + 1] = last
      v4Words += IPV4_WORDS
    },
    addIpv6(words) {
      if (v6Words === v6.length) v6 = doubled(v6)
      v6.set(words, v6Words)
      v6Words += IPV6_WORDS
    },
    size: () => v4Words / IPV4_WORDS + v6Words / IPV6_WORDS,
    ranges: () => ({ v4: v4.slice(0, v4Words), v6: v6.slice(0, v6Words) }),
  }
}

function doubled(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(words.length * 2)
  larger.set(words)
  return larger
}
