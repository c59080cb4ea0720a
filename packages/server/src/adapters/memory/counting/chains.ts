/** Where in an array each number has the next one of its chain. */
export interface ChainPlace {
  readonly words: Int32Array
  /** Words of a number. */
  readonly stride: number
  readonly word: number
}

/** Chains of the numbers that share a bucket; 0 ends a chain. */
export interface Chains {
  first(bucket: number): number
  push(bucket: number, number: number): void
  /** Of a number that stands in this chain. */
  remove(bucket: number, number: number): void
}

/** Empty chains, for so many buckets. */
export function createChains(buckets: number, { words, stride, word }: ChainPlace): Chains {
  const firsts = new Int32Array(buckets)
  const next = (number: number): number => words[number * stride + word] ?? 0
  const first = (bucket: number): number => firsts[bucket] ?? 0
  return {
    first,
    push(bucket, number) {
      words[number * stride + word] = first(bucket)
      firsts[bucket] = number
    },
    remove(bucket, number) {
      let before = first(bucket)
      if (before === number) {
        firsts[bucket] = next(number)
        return
      }
      while (next(before) !== number) before = next(before)
      words[before * stride + word] = next(number)
    },
  }
}
