import { type CellPool, firstOf, WORD } from './cell-pool.ts'
import { createRecencyLists } from './recency-list.ts'
import type { TextPool } from './text-pool.ts'
import { createWindowCounts } from './window-counts.ts'

/**
 * A tally is what one metric counts of one key: entries by time, each a value with its latest moment, or a lone event.
 * Its own time is its floor: entries that old or older may have been dropped, and so a window that reaches down to it
 * cannot be told. The tallies of one metric stand in a list as well, that which was touched last at the newest end.
 */
export interface Tallies {
  /** 0: there is none. */
  find(owner: number, key: number): number
  /** A new tally in the list of its metric, to be found by its owner and key. */
  open(list: number, owner: number, key: number, at: number, floor: number): number
  /** Enters an event (value 0), or a value's moment when it is its latest. Drops the oldest entry of a full tally. */
  see(list: number, tally: number, value: number, at: number): void
  /** When a value was seen last; -Infinity: never, or so long ago that it is not kept. */
  lastSeen(tally: number, value: number): number
  count(tally: number, from: readonly number[], counts: number[]): void
  /** Drops at most so many entries that are not younger than this. */
  trim(tally: number, until: number, most: number): void
  /** Drops the oldest entry, and notes that it is missing. */
  dropOldest(tally: number): void
  /** Drops everything and the tally. */
  close(list: number, tally: number): void
  /** The latest moment in it; -Infinity for an empty one. */
  latest(tally: number): number
}

/** Up to so many entries are looked through one by one, and not filed in the buckets. */
const FEW = 4

/** Tallies in a pool, of so many entries each at the most. */
export function createTallies(pool: CellPool, texts: TextPool, entriesMax: number): Tallies {
  const { read, time } = pool
  const lists = createRecencyLists(pool)
  const windows = createWindowCounts(pool)

  const latest = (tally: number): number => {
    const newest = read(tally, WORD.newest)
    return newest === 0 ? Number.NEGATIVE_INFINITY : time(newest)
  }

  /** The entry after which one of this time belongs, looked for from the nearer end. */
  function olderThan(tally: number, at: number): number {
    let newer = read(tally, WORD.oldest)
    let older = read(tally, WORD.newest)
    if (older === 0 || at >= time(older)) return older
    if (at - time(newer) > time(older) - at) {
      while (older !== 0 && time(older) > at) older = read(older, WORD.older)
      return older
    }
    while (newer !== 0 && time(newer) <= at) newer = read(newer, WORD.newer)
    return newer === 0 ? read(tally, WORD.newest) : read(newer, WORD.older)
  }

  /** The entry of a value. A small tally is walked, because a look into the buckets is one more wait for memory. */
  function entryOf(tally: number, value: number): number {
    if (read(tally, WORD.size) > FEW) {
      return read(firstOf(tally), WORD.text) === value ? firstOf(tally) : pool.find(tally, value)
    }
    let entry = read(tally, WORD.newest)
    while (entry !== 0 && read(entry, WORD.text) !== value) entry = read(entry, WORD.older)
    return entry
  }

  function enter(tally: number, entry: number, at: number): void {
    pool.setTime(entry, at)
    lists.insert(tally, entry, olderThan(tally, at))
    windows.entered(tally, entry)
  }

  function leave(tally: number, entry: number): void {
    windows.leaves(tally, entry)
    lists.remove(tally, entry)
  }

  /** Files or unfiles what is looked for in the buckets when a tally is large. */
  function fileAll(tally: number, file: (entry: number) => void): void {
    for (let entry = read(tally, WORD.newest); entry !== 0; entry = read(entry, WORD.older)) {
      if (entry !== firstOf(tally)) file(entry)
    }
  }

  function drop(tally: number, entry: number): void {
    const value = read(entry, WORD.text)
    const size = read(tally, WORD.size)
    if (value !== 0 && size > FEW) {
      if (size === FEW + 1) fileAll(tally, pool.unfile)
      else if (entry !== firstOf(tally)) pool.unfile(entry)
    }
    leave(tally, entry)
    if (value !== 0) texts.letGo(value)
    pool.giveEntry(tally, entry)
  }

  function dropOldest(tally: number): void {
    const oldest = read(tally, WORD.oldest)
    pool.setTime(tally, Math.max(time(tally), time(oldest)))
    drop(tally, oldest)
  }

  function add(tally: number, value: number, at: number): void {
    const entry = pool.takeEntry(tally, value)
    enter(tally, entry, at)
    if (value !== 0) {
      texts.holdAgain(value)
      const size = read(tally, WORD.size)
      if (size === FEW + 1) fileAll(tally, pool.file)
      else if (size > FEW && entry !== firstOf(tally)) pool.file(entry)
    }
    if (read(tally, WORD.size) > entriesMax) dropOldest(tally)
  }

  return {
    find: pool.find,
    open(list, owner, key, at, floor) {
      const tally = pool.takeHead(owner, key)
      pool.setTime(tally, floor)
      pool.file(tally)
      texts.holdAgain(key)
      const oldest = read(list, WORD.oldest)
      lists.insert(list, tally, oldest !== 0 && at < latest(oldest) ? 0 : read(list, WORD.newest))
      return tally
    },
    see(list, tally, value, at) {
      const isFirst = read(tally, WORD.size) === 0
      const isLatest = at >= latest(tally)
      const known = value === 0 ? 0 : entryOf(tally, value)
      if (known === 0) add(tally, value, at)
      else if (time(known) < at) {
        leave(tally, known)
        enter(tally, known, at)
      }
      if (isFirst || !isLatest || read(list, WORD.newest) === tally) return
      lists.remove(list, tally)
      lists.insert(list, tally, read(list, WORD.newest))
    },
    lastSeen(tally, value) {
      const entry = entryOf(tally, value)
      return entry === 0 ? Number.NEGATIVE_INFINITY : time(entry)
    },
    count: windows.count,
    trim(tally, until, most) {
      for (let left = most; left > 0; left--) {
        const oldest = read(tally, WORD.oldest)
        if (oldest === 0 || time(oldest) > until) return
        drop(tally, oldest)
      }
    },
    dropOldest,
    close(list, tally) {
      for (let oldest = read(tally, WORD.oldest); oldest !== 0; oldest = read(tally, WORD.oldest)) drop(tally, oldest)
      lists.remove(list, tally)
      pool.unfile(tally)
      texts.letGo(read(tally, WORD.text))
      pool.giveHead(tally)
    },
    latest,
  }
}
