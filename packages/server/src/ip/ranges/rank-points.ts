import { pagedWords } from '../paged-arrays.ts'
import { sortInTurns } from './sort-in-turns.ts'
import type { Turns } from './turns.ts'

/** 128-bit points in order, and the place of each among them. */
export interface RankedPoints {
  /** For every point that was given, how many distinct points lie before it. */
  readonly ranks: Uint32Array<ArrayBuffer>
  /** The distinct points, ascending, four words each. */
  readonly points: Uint32Array<ArrayBuffer>
}

/** Some microseconds' work. */
const POINTS_A_TURN = 1024

/**
 * Numbers IPv6 addresses in their order, so that what is written for small numbers works on them as well. Four words a
 * point, the most significant first.
 */
export function rankPoints(words: Uint32Array, turns: Turns): RankedPoints {
  const count = words.length / 4
  const order = pagedWords(count)
  for (let index = 0; index < count; index++) order[index] = index
  sortInTurns(order, pagedWords(count), turns, (a, b) => compare(words, a * 4, b * 4))
  const ranks = pagedWords(count)
  const points = pagedWords(words.length)
  let distinct = 0
  let before = -1
  for (const index of order) {
    if (distinct % POINTS_A_TURN === 0) turns()
    if (before < 0 || compare(words, before * 4, index * 4) !== 0) {
      points.set(words.subarray(index * 4, index * 4 + 4), distinct * 4)
      distinct++
    }
    ranks[index] = distinct - 1
    before = index
  }
  return { ranks, points: points.subarray(0, distinct * 4) }
}

function compare(words: Uint32Array, a: number, b: number): number {
  for (let word = 0; word < 4; word++) {
    const difference = (words[a + word] ?? 0) - (words[b + word] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
