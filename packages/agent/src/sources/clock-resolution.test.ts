import { expect, it } from 'vitest'
import { clockResolution } from './clock-resolution.ts'

/** A clock that moves by the given steps, one for each look, and then stands still. */
const stepping = (...stepsMs: readonly number[]) => {
  let looks = 0
  let ms = 100
  const now = (): number => {
    ms += stepsMs[looks++ - 1] ?? 0
    return ms
  }
  return { g: { performance: { now } }, looks: () => looks }
}

it('tells the smallest step and how many there were', () => {
  expect(clockResolution(stepping(0, 0.5, 0, 0.25, 0.5, 2).g)).toEqual({ value: { minStepMs: 0.25, ticks: 4 } })
})

it('stops watching after 3 ms', () => {
  const { g, looks } = stepping(...Array.from({ length: 1000 }, () => 1))
  expect(clockResolution(g)).toEqual({ value: { minStepMs: 1, ticks: 3 } })
  expect(looks()).toBe(4)
})

it('gives up on a clock that stands still', () => {
  const { g, looks } = stepping()
  expect(clockResolution(g)).toEqual({ value: { minStepMs: null, ticks: 0 } })
  expect(looks()).toBe(20_001)
})

it('does not take a clock that goes back for one that moves', () => {
  expect(clockResolution(stepping(-5).g)).toEqual({ value: { minStepMs: null, ticks: 0 } })
})

it('is unavailable where there is no such clock', () => {
  expect(clockResolution({ performance: {} })).toEqual({ absent: 'unavailable' })
})
