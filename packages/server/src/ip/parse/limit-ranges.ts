import type { AddressRanges } from '../list-parts.ts'
import type { RangeSink } from './range-builder.ts'

/** Passes on the ranges that lie wholly inside one of a few `limits`, and drops the others. */
export function limitRanges(limits: AddressRanges, sink: RangeSink): RangeSink {
  const { v4, v6 } = limits
  return {
    addIpv4(first, last) {
      for (let at = 0; at < v4.length; at += 2) {
        if (first >= (v4[at] ?? 0) && last <= (v4[at + 1] ?? 0)) return sink.addIpv4(first, last)
      }
    },
    addIpv6(words) {
      for (let at = 0; at < v6.length; at += 8) {
        if (compareWords(words, 0, v6, at) >= 0 && compareWords(words, 4, v6, at + 4) <= 0) return sink.addIpv6(words)
      }
    },
  }
}

/** Compares two addresses of four words: below zero, zero or above, like every comparison. */
export function compareWords(left: Uint32Array, leftAt: number, right: Uint32Array, rightAt: number): number {
  for (let word = 0; word < 4; word++) {
    const difference = (left[leftAt + word] ?? 0) - (right[rightAt + word] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
