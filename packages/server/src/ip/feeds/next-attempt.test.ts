import { expect, it } from 'vitest'
import { type Last, nextAttempt } from './next-attempt.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const daily = { periodMs: DAY, minIntervalMs: HOUR }
const pause = (last: Last, random = 0): number => nextAttempt(daily, last, 1000, random) - 1000
const failure = (failures: number, retryAfterMs: number | null = null): Last => ({
  became: 'failure',
  failures,
  retryAfterMs,
})

it('comes again after the period, and up to a tenth later', () => {
  expect([0, 0.5, 1].map((random) => pause({ became: 'current' }, random))).toEqual([DAY, 25.2 * HOUR, 26.4 * HOUR])
})

it('doubles the pause with every failure, and never waits longer than the period', () => {
  expect([1, 2, 3, 5, 6, 1000].map((count) => pause(failure(count)))).toEqual([
    HOUR,
    2 * HOUR,
    4 * HOUR,
    16 * HOUR,
    DAY,
    DAY,
  ])
})

it('leaves a source alone for as long as it asks for, up to a week', () => {
  expect(pause(failure(1, 5 * HOUR))).toBe(5 * HOUR)
  expect(pause(failure(1, 60_000))).toBe(HOUR)
  expect(pause(failure(1, 365 * DAY))).toBe(7 * DAY)
})

it('looks twice a day at a version that waits', () => {
  expect(pause({ became: 'held' })).toBe(DAY / 2)
  expect(nextAttempt({ periodMs: HOUR, minIntervalMs: HOUR }, { became: 'held' }, 0, 0)).toBe(HOUR)
})
