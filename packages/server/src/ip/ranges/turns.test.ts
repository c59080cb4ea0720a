import { expect, it } from 'vitest'
import { type TurnTimes, takeTurns, withoutTurns } from './turns.ts'

/** How long each of some calls slept, when every one of them comes after so much work. */
function slept(times: TurnTimes, workMs: number, calls: number): readonly number[] {
  let nowMs = 1000
  let sleptMs = 0
  const turns = takeTurns(times, {
    nowMs: () => nowMs,
    sleep(ms) {
      nowMs += ms
      sleptMs = ms
    },
  })
  return Array.from({ length: calls }, () => {
    nowMs += workMs
    sleptMs = 0
    turns()
    return sleptMs
  })
}

it('sleeps when there was enough work since the last time', () => {
  expect(slept({ workMs: 5, restMs: 9, restMsMax: 1000 }, 2, 7)).toEqual([0, 0, 9, 0, 0, 9, 0])
})

it('sleeps no more when it has slept enough', () => {
  expect(slept({ workMs: 1, restMs: 5, restMsMax: 12 }, 2, 5)).toEqual([5, 5, 5, 0, 0])
})

it('sleeps for as long as it says', () => {
  const startedMs = performance.now()
  const turns = takeTurns({ workMs: 0, restMs: 20, restMsMax: 20 })
  turns()
  // Node's timers and ours have clocks of their own.
  expect(performance.now() - startedMs).toBeGreaterThan(15)
})

it('works on where nobody is hindered', () => {
  expect(withoutTurns()).toBeUndefined()
})
