/** A cell is ten words: a time (two words), then these. Tallies and their entries are both made of cells. */
export const WORD = { owner: 2, text: 3, chain: 4, older: 5, newer: 6, newest: 7, oldest: 8, size: 9 } as const

const WORDS = 10

/** Sixteen buckets, which are one line of a processor's cache. */
const LANE_BITS = 4

/** Bytes of a cell with its share of the buckets. */
export const CELL_BYTES = WORDS * 4 + 4

/** Any word of a cell but the time. */
export type Word = (typeof WORD)[keyof typeof WORD]

/**
 * Cells in one block of memory that is reserved once and touched as it fills: counting makes no garbage, and its size is
 * known. A cell is a number from 1 on; 0 is none. Those that were filed are found by owner and text.
 */
export interface CellPool {
  read(cell: number, word: Word): number
  write(cell: number, word: Word, value: number): void
  time(cell: number): number
  setTime(cell: number, at: number): void
  /** A cell that heads nothing and stands nowhere yet. The caller has made sure that one is free. */
  take(owner: number, text: number): number
  give(cell: number): void
  file(cell: number): void
  unfile(cell: number): void
  find(owner: number, text: number): number
  free(): number
  used(): number
}

/** A pool of so many cells. */
export function createCellPool(cells: number): CellPool {
  const buffer = new ArrayBuffer((cells + 1) * WORDS * 4)
  const words = new Int32Array(buffer)
  const times = new Float64Array(buffer)
  const buckets = new Int32Array(2 ** Math.max(4, Math.floor(Math.log2(cells))))
  let untouched = 1
  let given = 0
  let used = 0

  const read = (cell: number, word: Word): number => words[cell * WORDS + word] ?? 0
  const write = (cell: number, word: Word, value: number): void => {
    words[cell * WORDS + word] = value
  }

  /**
   * Owners and texts are small numbers that we gave out ourselves; this spreads them over the buckets. Owners that differ
   * in their last bits only, which are the metrics of one key, have neighbouring buckets: one wait for memory, not several.
   */
  function bucketOf(owner: number, text: number): number {
    let hash = Math.imul(owner >> LANE_BITS, 0x9e3779b1) ^ Math.imul(text, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    return (((hash ^ (hash >>> 13)) << LANE_BITS) | (owner & (2 ** LANE_BITS - 1))) & (buckets.length - 1)
  }

  return {
    read,
    write,
    time: (cell) => times[cell * (WORDS / 2)] ?? 0,
    setTime: (cell, at) => {
      times[cell * (WORDS / 2)] = at
    },
    take(owner, text) {
      let cell = given
      if (cell === 0) cell = untouched++
      else given = read(cell, WORD.chain)
      used += 1
      write(cell, WORD.owner, owner)
      write(cell, WORD.text, text)
      write(cell, WORD.newest, 0)
      write(cell, WORD.oldest, 0)
      write(cell, WORD.size, 0)
      return cell
    },
    give(cell) {
      write(cell, WORD.chain, given)
      given = cell
      used -= 1
    },
    file(cell) {
      const bucket = bucketOf(read(cell, WORD.owner), read(cell, WORD.text))
      write(cell, WORD.chain, buckets[bucket] ?? 0)
      buckets[bucket] = cell
    },
    unfile(cell) {
      const bucket = bucketOf(read(cell, WORD.owner), read(cell, WORD.text))
      const next = read(cell, WORD.chain)
      let before = buckets[bucket] ?? 0
      if (before === cell) {
        buckets[bucket] = next
        return
      }
      while (read(before, WORD.chain) !== cell) before = read(before, WORD.chain)
      write(before, WORD.chain, next)
    },
    find(owner, text) {
      let cell = buckets[bucketOf(owner, text)] ?? 0
      while (cell !== 0 && (read(cell, WORD.owner) !== owner || read(cell, WORD.text) !== text)) {
        cell = read(cell, WORD.chain)
      }
      return cell
    },
    free: () => cells - used,
    used: () => used,
  }
}
