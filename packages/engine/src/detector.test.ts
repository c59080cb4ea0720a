import { expect, it } from 'vitest'
import { cannotTell, clear, detected } from './detector.ts'

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

it('names all that was missing where it cannot tell', () => {
  expect(cannotTell('events.1h', 'events.24h')).toEqual({ outcome: 'unknown', missing: ['events.1h', 'events.24h'] })
})
