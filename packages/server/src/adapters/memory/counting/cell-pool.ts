import { createChains } from './chains.ts'

/**
 * A cell is eight words, of which the first two are a time. A head is a pair of cells: the second is that of its first
 * entry, which stands in no bucket and so lends it two words. Most tallies have one entry: they are together where the
 * processor looks, and as small as a line of its cache.
 */
export const WORD = { owner: 2, text: 3, chain: 4, older: 5, newer: 6, size: 7, newest: 10, oldest: 12 } as const

const WORDS = 8

const PAIR_WORDS = 2 * WORDS

/** The text of the first entry of a head that has none there. */
const UNTAKEN = -1

/** The owner of a cell that nobody has: owners that were given out are below zero, or cells. */
const NOBODY = 0x7fffffff

/** Sixteen buckets, which are one line of a processor's cache. */
const LANE_BITS = 4

/** Bytes of a pair of cells with its share of the buckets. */
export const PAIR_BYTES = PAIR_WORDS * 4 + 8

/** Any word of a cell but the time. */
export type Word = (typeof WORD)[keyof typeof WORD]

/**
 * Cells in one block of memory that is reserved once and touched as it fills: counting makes no garbage, and its size is
 * known. A cell is a number from 2 on; 0 is none. Heads, which are pairs of cells, head a list of entries. Those that
 * were filed are found by owner and text.
 */
export interface CellPool {
  /** Only a head has a size, a newest and an oldest. */
  read(cell: number, word: Word): number
  write(cell: number, word: Word, value: number): void
  time(cell: number): number
  setTime(cell: number, at: number): void
  /** A head of nothing that stands nowhere yet. The caller has made sure that a pair is free. */
  takeHead(owner: number, text: number): number
  /** A head whose entries were all given back. */
  giveHead(head: number): void
  /** An entry that stands nowhere yet. The caller has made sure that a pair is free. */
  takeEntry(head: number, text: number): number
  giveEntry(head: number, entry: number): void
  /** The first entry of a head is not filed: it is known where it is. */
  file(cell: number): void
  unfile(cell: number): void
  find(owner: number, text: number): number
  freePairs(): number
  usedPairs(): number
}

/** The cell of the first entry of a head. */
export const firstOf = (head: number): number => head + 1

/** A pool of so many pairs of cells. */
export function createCellPool(pairs: number): CellPool {
  const buffer = new ArrayBuffer((pairs + 1) * PAIR_WORDS * 4)
  const words = new Int32Array(buffer)
  const times = new Float64Array(buffer)
  const buckets = 2 ** Math.max(LANE_BITS, Math.ceil(Math.log2(pairs)))
  const chains = createChains(buckets, { words, stride: WORDS, word: WORD.chain })
  let untouched = 2
  /** Pairs that were given back, by `chain`. */
  let given = 0
  /** Cells whose other half is an entry, by `older` and `newer`. */
  let single = 0
  let used = 0

  const read = (cell: number, word: Word): number => words[cell * WORDS + word] ?? 0
  const write = (cell: number, word: Word, value: number): void => {
    words[cell * WORDS + word] = value
  }

  function takePair(): number {
    let pair = given
    if (pair === 0) {
      pair = untouched
      untouched += 2
    } else given = read(pair, WORD.chain)
    used += 1
    return pair
  }

  function givePair(pair: number): void {
    write(pair, WORD.chain, given)
    given = pair
    used -= 1
  }

  function pushSingle(cell: number): void {
    write(cell, WORD.owner, NOBODY)
    write(cell, WORD.older, single)
    write(cell, WORD.newer, 0)
    if (single !== 0) write(single, WORD.newer, cell)
    single = cell
  }

  function pullSingle(cell: number): void {
    const older = read(cell, WORD.older)
    const newer = read(cell, WORD.newer)
    if (older !== 0) write(older, WORD.newer, newer)
    if (newer === 0) single = older
    else write(newer, WORD.older, older)
  }

  function takeSingle(): number {
    const cell = single
    if (cell !== 0) {
      pullSingle(cell)
      return cell
    }
    const pair = takePair()
    pushSingle(pair + 1)
    return pair
  }

  function giveSingle(cell: number): void {
    const other = cell ^ 1
    if (read(other, WORD.owner) !== NOBODY) {
      pushSingle(cell)
      return
    }
    pullSingle(other)
    givePair(cell & ~1)
  }

  /**
   * Owners and texts are small numbers that we gave out ourselves; this spreads them over the buckets. Owners that differ
   * in their last bits only, which are the metrics of one key, have neighbouring buckets: one wait for memory, not several.
   */
  function bucketOf(owner: number, text: number): number {
    let hash = Math.imul(owner >> LANE_BITS, 0x9e3779b1) ^ Math.imul(text, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    return (((hash ^ (hash >>> 13)) << LANE_BITS) | (owner & (2 ** LANE_BITS - 1))) & (buckets - 1)
  }

  const bucketOfCell = (cell: number): number => bucketOf(read(cell, WORD.owner), read(cell, WORD.text))

  return {
    read,
    write,
    time: (cell) => times[cell * (WORDS / 2)] ?? 0,
    setTime: (cell, at) => {
      times[cell * (WORDS / 2)] = at
    },
    takeHead(owner, text) {
      const head = takePair()
      write(head, WORD.owner, owner)
      write(head, WORD.text, text)
      write(head, WORD.newest, 0)
      write(head, WORD.oldest, 0)
      write(head, WORD.size, 0)
      write(firstOf(head), WORD.text, UNTAKEN)
      return head
    },
    giveHead: givePair,
    takeEntry(head, text) {
      let entry = firstOf(head)
      if (read(entry, WORD.text) !== UNTAKEN) {
        entry = takeSingle()
        write(entry, WORD.owner, head)
      }
      write(entry, WORD.text, text)
      return entry
    },
    giveEntry(head, entry) {
      if (entry === firstOf(head)) write(entry, WORD.text, UNTAKEN)
      else giveSingle(entry)
    },
    file: (cell) => chains.push(bucketOfCell(cell), cell),
    unfile: (cell) => chains.remove(bucketOfCell(cell), cell),
    find(owner, text) {
      let cell = chains.first(bucketOf(owner, text))
      while (cell !== 0 && (read(cell, WORD.owner) !== owner || read(cell, WORD.text) !== text)) {
        cell = read(cell, WORD.chain)
      }
      return cell
    },
    freePairs: () => pairs - used,
    usedPairs: () => used,
  }
}
