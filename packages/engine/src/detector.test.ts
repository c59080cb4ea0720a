import { expect, it } from 'vitest'
import { clear, detected } from './detector.ts'

const evidence = (reason: string) => ({ reason, observed: 'this', expected: 'that' })

it('keeps evidence in the order in which it was given', () => {
  expect(detected(0.5, evidence('first'), evidence('second'))).toEqual({
    outcome: 'detected',
    strength: 0.5,
    evidence: [evidence('first'), evidence('second')],
  })
})

it('says no more than clear when nothing was found', () => {
  expect(clear).toEqual({ outcome: 'clear' })
})
