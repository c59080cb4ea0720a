import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createStepTimes } from './step-times.ts'

it('adds up the time of steps that answer at once and of steps that answer later', async () => {
  const { time, totals } = createStepTimes()
  expect(time('evaluate', () => 7)).toBe(7)
  expect(await time('open', () => pause(5, 'later'))).toBe('later')
  expect(totals.open).toBeGreaterThan(3)
  expect(totals.evaluate).toBeGreaterThan(0)
  expect(totals.answer).toBe(0)
})

it('counts a step that fails, and lets the failure through', async () => {
  const { time, totals } = createStepTimes()
  await expect(time('observe', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
  expect(totals.observe).toBeGreaterThan(0)
})
