import { pagedDoubles } from '../paged-arrays.ts'
import { sortInTurns } from './sort-in-turns.ts'
import type { Turns } from './turns.ts'

/** Labels are below this: with 33 bits of position they fill the 53 bits that a number holds exactly. */
export const LABELS_MAX = 2 ** 20

/** The position behind every address. What ends here ends nowhere. */
export const END = 2 ** 32

/** A boundary of a range as one number, so that boundaries sort by position without a comparison of ours. */
export const boundary = (position: number, label: number): number => position * LABELS_MAX + label

/** Some microseconds' work. */
const OPENS_A_TURN = 256

/**
 * Walks over the boundaries of ranges that may overlap. At every position where something opens or closes, `emit` gets the
 * labels in force from there on, ascending, each once; it must not keep the array. Sorts its input in place.
 *
 * `opens` has the first position of every range, `closes` the one behind its last, both made by `boundary`.
 */
export function sweep(
  opens: Float64Array,
  closes: Float64Array,
  emit: (position: number, active: readonly number[]) => void,
  turns: Turns,
): void {
  const spare = pagedDoubles(opens.length)
  sortInTurns(opens, spare, turns)
  sortInTurns(closes, spare, turns)
  const active = createActiveLabels()
  let nextOpen = 0
  let nextClose = 0
  let opensAt = positionAt(opens, 0)
  let closesAt = positionAt(closes, 0)
  for (;;) {
    const position = Math.min(opensAt, closesAt)
    if (position >= END) return
    for (; closesAt === position; closesAt = positionAt(closes, ++nextClose)) {
      active.close(labelAt(closes, nextClose, position))
    }
    for (; opensAt === position; opensAt = positionAt(opens, ++nextOpen)) {
      active.open(labelAt(opens, nextOpen, position))
    }
    emit(position, active.labels)
    if (nextOpen % OPENS_A_TURN === 0) turns()
  }
}

function positionAt(boundaries: Float64Array, index: number): number {
  return index < boundaries.length ? Math.floor((boundaries[index] ?? 0) / LABELS_MAX) : END
}

function labelAt(boundaries: Float64Array, index: number, position: number): number {
  return (boundaries[index] ?? 0) - position * LABELS_MAX
}

/**
 * Labels with how many ranges of each are open. Few are at once, so sorted arrays are as fast as anything; and moved by hand,
 * because every `splice` leaves an array to the collector, whose threads take turns from the one that answers requests.
 */
function createActiveLabels() {
  const labels: number[] = []
  const counts: number[] = []
  return {
    labels,
    open(label: number): void {
      let at = labels.length
      while (at > 0 && (labels[at - 1] ?? 0) >= label) at--
      if (labels[at] === label) {
        counts[at] = (counts[at] ?? 0) + 1
        return
      }
      for (let to = labels.length; to > at; to--) {
        labels[to] = labels[to - 1] ?? 0
        counts[to] = counts[to - 1] ?? 0
      }
      labels[at] = label
      counts[at] = 1
    },
    close(label: number): void {
      const at = labels.indexOf(label)
      const count = counts[at] ?? 0
      if (count > 1) {
        counts[at] = count - 1
        return
      }
      for (let from = at + 1; from < labels.length; from++) {
        labels[from - 1] = labels[from] ?? 0
        counts[from - 1] = counts[from] ?? 0
      }
      labels.pop()
      counts.pop()
    },
  }
}
