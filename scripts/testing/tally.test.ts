import { expect, it } from 'vitest'
import { addTallies, emptyTally, summaryLine, tallyOf } from './tally.ts'

it('adds each outcome to its own kind', () => {
  const sum = addTallies([
    { passed: 3, failed: 1, skipped: 0 },
    tallyOf(true),
    tallyOf(false),
    { ...emptyTally, skipped: 4 },
  ])
  expect(sum).toEqual({ passed: 4, failed: 2, skipped: 4 })
})

it('has nothing to tell of an empty run', () => {
  expect(addTallies([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

it('ends a run with one line of a fixed form', () => {
  expect(summaryLine({ passed: 12, failed: 0, skipped: 1 })).toBe('12 passed, 0 failed, 1 skipped')
})
