/** Reproducible luck: the same seed gives the same load. */
export interface Random {
  /** 0 to 1. */
  share(): number
  /** 0 to `below - 1`. */
  int(below: number): number
  hex(length: number): string
}

/** A 32-bit generator of the xorshift family (Marsaglia 2003): good enough to draw a load with. */
export function createRandom(seed: number): Random {
  let state = seed | 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  return {
    share: () => next() / 2 ** 32,
    int: (below) => next() % below,
    hex: (length) => {
      let text = ''
      while (text.length < length) text += next().toString(16).padStart(8, '0')
      return text.slice(0, length)
    },
  }
}
