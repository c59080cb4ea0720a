import { randomFillSync } from 'node:crypto'
import { createChains } from './chains.ts'
import { halfSipHash } from './half-sip-hash.ts'

/** A text is four words. */
const WORD = { low: 0, high: 1, holders: 2, chain: 3 } as const

const WORDS = 4

/** The chain of a text that was forgotten: it stands in no bucket. */
const FORGOTTEN = -1

/** Bytes of a text, however long it is, with its share of the buckets. */
export const TEXT_BYTES = WORDS * 4 + 8

/** More than there are. */
const DIMENSIONS_MAX = 16

/**
 * Gives texts numbers, by dimension, for as long as somebody holds them. A number is from 1 on; 0 is none. Of a text it
 * keeps a hash with a key that nobody is told: of a million texts, two are taken for one with a chance of 1 to 37 million.
 * A dimension is a small number.
 */
export interface TextPool {
  /** 0 for a text that nobody holds. */
  find(dimension: number, text: string): number
  /** The number of a text, held once more. */
  hold(dimension: number, text: string): number
  holdAgain(number: number): void
  letGo(number: number): void
  /** Keeps the number for those who hold it, and forgets which text it stood for. */
  forget(dimension: number, text: string): void
  bytes(): number
}

/** An empty pool with room for so many texts, in memory that is reserved at once and touched as it fills. */
export function createTextPool(textsMax: number): TextPool {
  const words = new Int32Array((textsMax + 1) * WORDS)
  const buckets = 2 ** Math.max(0, Math.ceil(Math.log2(textsMax / 4)))
  const chains = createChains(buckets, { words, stride: WORDS, word: WORD.chain })
  const keys = randomFillSync(new Int32Array(2 * DIMENSIONS_MAX))
  const hash = new Int32Array(2)
  let untouched = 1
  /** Numbers that were given back, by `chain`. */
  let given = 0
  let used = 0

  const read = (number: number, word: number): number => words[number * WORDS + word] ?? 0
  const write = (number: number, word: number, value: number): void => {
    words[number * WORDS + word] = value
  }

  function find(dimension: number, text: string): number {
    halfSipHash(keys[2 * dimension] ?? 0, keys[2 * dimension + 1] ?? 0, text, hash)
    const low = hash[0] ?? 0
    const high = hash[1] ?? 0
    let number = chains.first(low & (buckets - 1))
    while (number !== 0 && (read(number, WORD.low) !== low || read(number, WORD.high) !== high)) {
      number = read(number, WORD.chain)
    }
    return number
  }

  /** Takes a number for the text that was looked for last. */
  function take(): number {
    let number = given
    if (number === 0) number = untouched++
    else given = read(number, WORD.chain)
    const low = hash[0] ?? 0
    write(number, WORD.low, low)
    write(number, WORD.high, hash[1] ?? 0)
    write(number, WORD.holders, 1)
    chains.push(low & (buckets - 1), number)
    used += 1
    return number
  }

  const unlink = (number: number): void => chains.remove(read(number, WORD.low) & (buckets - 1), number)
  const holdAgain = (number: number): void => write(number, WORD.holders, read(number, WORD.holders) + 1)

  return {
    find,
    hold(dimension, text) {
      const known = find(dimension, text)
      if (known === 0) return take()
      holdAgain(known)
      return known
    },
    holdAgain,
    letGo(number) {
      const left = read(number, WORD.holders) - 1
      write(number, WORD.holders, left)
      if (left > 0) return
      if (read(number, WORD.chain) !== FORGOTTEN) unlink(number)
      write(number, WORD.chain, given)
      given = number
      used -= 1
    },
    forget(dimension, text) {
      const number = find(dimension, text)
      if (number === 0) return
      unlink(number)
      write(number, WORD.low, 0)
      write(number, WORD.high, 0)
      write(number, WORD.chain, FORGOTTEN)
    },
    bytes: () => used * TEXT_BYTES,
  }
}
