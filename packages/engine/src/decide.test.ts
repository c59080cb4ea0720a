import { expect, it } from 'vitest'
import { decide } from './decide.ts'

it.each([
  [0, 'normal', 'allow', false],
  [10, 'normal', 'allow', false],
  [11, 'low', 'allow', true],
  [30, 'low', 'allow', true],
  [31, 'medium', 'challenge', false],
  [60, 'medium', 'challenge', false],
  [61, 'high', 'review', false],
  [80, 'high', 'review', false],
  [81, 'critical', 'deny', false],
  [100, 'critical', 'deny', false],
] as const)('answers a score of %i with %s and %s', (riskScore, riskLevel, action, monitor) => {
  expect(decide(riskScore)).toEqual({ riskLevel, action, monitor })
})
