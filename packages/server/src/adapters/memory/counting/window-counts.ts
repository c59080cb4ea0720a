import { type CellPool, WORD } from './cell-pool.ts'

/** Tallies with more entries are not walked at every count: where their windows begin is remembered. */
const CROWD = 16

/** Where each window of a crowded tally begins, and how many entries it holds. */
interface Cursors {
  /** Entries younger than this are inside. */
  readonly from: number[]
  /** The oldest entry inside; 0: none. */
  readonly first: number[]
  readonly inside: number[]
}

/** Counts the entries of a tally that are younger than the beginnings of windows. */
export interface WindowCounts {
  /** `counts[i]` becomes the number of entries younger than `from[i]`; `from` has the shortest window first. */
  count(tally: number, from: readonly number[], counts: number[]): void
  /** To be called after an entry was put in. */
  entered(tally: number, entry: number): void
  /** To be called before an entry is taken out. */
  leaves(tally: number, entry: number): void
}

/** Counts in a pool. */
export function createWindowCounts({ read, time }: CellPool): WindowCounts {
  const crowded = new Map<number, Cursors>()

  function walk(tally: number, from: readonly number[], counts: number[]): void {
    counts.fill(0)
    for (let entry = read(tally, WORD.newest); entry !== 0; entry = read(entry, WORD.older)) {
      const at = time(entry)
      let window = from.length - 1
      if (at <= (from[window] ?? 0)) return
      for (; window >= 0 && at > (from[window] ?? 0); window--) counts[window] = (counts[window] ?? 0) + 1
    }
  }

  /** Moves the beginning of one window to where it is now; clocks of several visits may go back a little. */
  function settle(tally: number, { from, first, inside }: Cursors, window: number, at: number): number {
    let entry = first[window] ?? 0
    let count = inside[window] ?? 0
    for (; entry !== 0 && time(entry) <= at; entry = read(entry, WORD.newer)) count -= 1
    let older = entry === 0 ? read(tally, WORD.newest) : read(entry, WORD.older)
    for (; older !== 0 && time(older) > at; older = read(older, WORD.older)) {
      entry = older
      count += 1
    }
    from[window] = at
    first[window] = entry
    inside[window] = count
    return count
  }

  const cursorsOf = (tally: number): Cursors | undefined =>
    read(tally, WORD.size) > CROWD / 2 ? crowded.get(tally) : undefined

  return {
    count(tally, from, counts) {
      let cursors = cursorsOf(tally)
      if (!cursors && read(tally, WORD.size) <= CROWD) {
        walk(tally, from, counts)
        return
      }
      if (!cursors) {
        const none = (): number[] => from.map(() => 0)
        cursors = { from: none(), first: none(), inside: none() }
        crowded.set(tally, cursors)
      }
      for (let window = 0; window < from.length; window++) {
        counts[window] = settle(tally, cursors, window, from[window] ?? 0)
      }
    },
    entered(tally, entry) {
      const cursors = cursorsOf(tally)
      if (!cursors) return
      const { from, first, inside } = cursors
      for (let window = 0; window < from.length; window++) {
        if (time(entry) <= (from[window] ?? 0)) continue
        inside[window] = (inside[window] ?? 0) + 1
        if (first[window] === 0 || first[window] === read(entry, WORD.newer)) first[window] = entry
      }
    },
    leaves(tally, entry) {
      const cursors = cursorsOf(tally)
      if (!cursors) return
      const { from, first, inside } = cursors
      for (let window = 0; window < from.length; window++) {
        if (time(entry) <= (from[window] ?? 0)) continue
        inside[window] = (inside[window] ?? 0) - 1
        if (first[window] === entry) first[window] = read(entry, WORD.newer)
      }
      if (read(tally, WORD.size) - 1 <= CROWD / 2) crowded.delete(tally)
    },
  }
}
