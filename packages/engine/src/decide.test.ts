import { expect, it } from 'vitest'
import { bandOf, decide, riskLevelsFrom } from './decide.ts'

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

it.each([
  [0, 0, 10],
  [10, 0, 10],
  [11, 11, 30],
  [60, 31, 60],
  [61, 61, 80],
  [81, 81, 100],
  [100, 81, 100],
])('decides on %i as on all from %i to %i', (riskScore, from, to) => {
  expect(bandOf(riskScore)).toEqual({ from, to })
  expect([decide(from), decide(to)]).toEqual([decide(riskScore), decide(riskScore)])
})

it('knows which levels a lower bound of the score leaves', () => {
  expect(riskLevelsFrom(0)).toEqual(['normal', 'low', 'medium', 'high', 'critical'])
  expect(riskLevelsFrom(30)).toEqual(['low', 'medium', 'high', 'critical'])
  expect(riskLevelsFrom(31)).toEqual(['medium', 'high', 'critical'])
  expect(riskLevelsFrom(100)).toEqual(['critical'])
})
