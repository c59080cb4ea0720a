import { expect, it } from 'vitest'
import { timeSteps } from './time-steps.ts'

it('tells of each step once, when it is over, also of one that fails', async () => {
  const told: string[] = []
  const time = timeSteps((step, ms) => told.push(`${step} ${ms >= 0}`))
  expect(time('open', () => 7)).toBe(7)
  const failing = time('observe', () => Promise.reject(new Error('gone')))
  expect(told).toEqual(['open true'])
  await expect(failing).rejects.toThrow('gone')
  expect(told).toEqual(['open true', 'observe true'])
})
