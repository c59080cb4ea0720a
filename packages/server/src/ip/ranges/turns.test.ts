import { expect, it } from 'vitest'
import { takeTurns, withoutTurns } from './turns.ts'

/** Milliseconds that calls take. */
function timeOf(calls: number, call: () => void): number {
  const startedMs = performance.now()
  for (let i = 0; i < calls; i++) call()
  return performance.now() - startedMs
}

it('sleeps after work', () => {
  expect(timeOf(4, takeTurns({ workMs: 0, restMs: 5, restMsMax: 1000 }))).toBeGreaterThanOrEqual(19)
})

it('sleeps no more when it has slept enough', () => {
  const turns = takeTurns({ workMs: 0, restMs: 5, restMsMax: 12 })
  timeOf(3, turns)
  const asleepMs = Array.from({ length: 200 }, () => timeOf(1, turns)).filter((ms) => ms >= 4)
  // A busy machine may stop a test for longer than that, but not so often.
  expect(asleepMs.length).toBeLessThan(100)
})

it('does not sleep before there was work', () => {
  const turns = takeTurns({ workMs: 60_000, restMs: 60_000, restMsMax: 60_000 })
  expect(timeOf(1000, turns)).toBeLessThan(60_000)
})

it('works on where nobody is hindered', () => {
  expect(withoutTurns()).toBeUndefined()
})
