import { compileRanges } from './compile-ranges.ts'
import { createRangeSet, type RangeSet } from './range-set.ts'

/** The range set in force. Who looks up takes it once and finishes with it, so that a swap disturbs nobody. */
export interface RangeSets {
  current(): RangeSet
  replace(next: RangeSet): void
}

/** Starts with lists that name nobody. */
export function createRangeSets(): RangeSets {
  let set = createRangeSet(compileRanges([]))
  return {
    current: () => set,
    replace: (next) => {
      set = next
    },
  }
}
