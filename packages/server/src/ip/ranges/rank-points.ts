/** 128-bit points in order, and the place of each among them. */
export interface RankedPoints {
  /** For every point that was given, how many distinct points lie before it. */
  readonly ranks: Uint32Array<ArrayBuffer>
  /** The distinct points, ascending, four words each. */
  readonly points: Uint32Array<ArrayBuffer>
}

/**
 * Numbers IPv6 addresses in their order, so that what is written for small numbers works on them as well. Four words a
 * point, the most significant first.
 */
export function rankPoints(words: Uint32Array): RankedPoints {
  const count = words.length / 4
  const order = new Uint32Array(count).map((_, index) => index)
  order.sort((a, b) => compare(words, a * 4, b * 4))
  const ranks = new Uint32Array(count)
  const points = new Uint32Array(words.length)
  let distinct = 0
  let before = -1
  for (const index of order) {
    if (before < 0 || compare(words, before * 4, index * 4) !== 0) {
      points.set(words.subarray(index * 4, index * 4 + 4), distinct * 4)
      distinct++
    }
    ranks[index] = distinct - 1
    before = index
  }
  return { ranks, points: points.slice(0, distinct * 4) }
}

function compare(words: Uint32Array, a: number, b: number): number {
  for (let word = 0; word < 4; word++) {
    const difference = (words[a + word] ?? 0) - (words[b + word] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
