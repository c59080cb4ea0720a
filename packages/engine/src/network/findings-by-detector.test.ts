import type { Finding } from '@tracio/contract'
import { expect, it } from 'vitest'
import { answerOf, clearBy, findingsByDetector, hasFound, hasReason } from './findings-by-detector.ts'

const base = { category: 'ip' } as const
const evidence = [{ reason: 'zone_far', observed: 'this', expected: 'that' }] as const
const all = findingsByDetector([
  { ...base, detector: 'a', outcome: 'detected', strength: 1, evidence },
  { ...base, detector: 'b', outcome: 'clear' },
  { ...base, detector: 'c', outcome: 'unknown', missing: ['ip'] },
] satisfies readonly Finding[])

it('answers as the detector did, and not at all for one that nobody asked', () => {
  expect(['a', 'b', 'c', 'd'].map((detector) => answerOf(all, detector))).toEqual([
    { status: 'detected', result: true },
    { status: 'clear', result: false },
    { status: 'unknown', result: false },
    { status: 'unknown', result: false },
  ])
})

it('clears by those alone who have all looked', () => {
  expect(clearBy(all, 'b').status).toBe('clear')
  expect(clearBy(all, 'b', 'c').status).toBe('unknown')
  expect(clearBy(all, 'd').status).toBe('unknown')
})

it('knows what was found, and why', () => {
  expect([hasFound(all, 'a'), hasFound(all, 'b')]).toEqual([true, false])
  expect([hasReason(all, 'a', 'zone_far'), hasReason(all, 'a', 'zone_near'), hasReason(all, 'c', 'zone_far')]).toEqual([
    true,
    false,
    false,
  ])
})
