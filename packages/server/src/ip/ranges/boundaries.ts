import { pagedDoubles } from '../paged-arrays.ts'
import { boundary, LABELS_MAX, sweep } from './sweep.ts'
import type { Turns } from './turns.ts'

/** Gathers ranges and walks over them, as often as needed in the same memory. */
export interface Boundaries {
  /** A range from its first position to the one behind its last. Throws for a label that is too high. */
  add(first: number, after: number, label: number): void
  /** As `sweep`, over what was added since the last time. */
  sweep(emit: (position: number, active: readonly number[]) => void): void
}

const FIRST_ROOM = 65_536

export function createBoundaries(turns: Turns): Boundaries {
  let opens = pagedDoubles(FIRST_ROOM)
  let closes = pagedDoubles(FIRST_ROOM)
  let count = 0
  return {
    add(first, after, label) {
      if (label >= LABELS_MAX) throw new Error(`There are more than ${LABELS_MAX} labels.`)
      if (count === opens.length) {
        opens = doubled(opens)
        closes = doubled(closes)
      }
      opens[count] = boundary(first, label)
      closes[count] = boundary(after, label)
      count++
    },
    sweep(emit) {
      sweep(opens.subarray(0, count), closes.subarray(0, count), emit, turns)
      count = 0
    },
  }
}

function doubled(numbers: Float64Array): Float64Array<ArrayBuffer> {
  const larger = pagedDoubles(numbers.length * 2)
  larger.set(numbers)
  return larger
}
