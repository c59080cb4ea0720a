import { expect, it } from 'vitest'
import { createGate, type GateState } from './gate.ts'

/** Whether a promise has been kept by now. */
const isKept = async (promise: Promise<unknown>): Promise<boolean> => {
  const pending = Symbol('pending')
  return (await Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 0, pending))])) !== pending
}

it.each([
  [true, 'open'],
  [false, 'shut'],
] as const)('begins as it was made: %s', (open, state) => {
  expect(createGate(open).state).toBe(state)
})

it('tells everybody who waits of the next change, once', async () => {
  const gate = createGate(true)
  const [first, second] = [gate.change(), gate.change()]
  gate.set('shut')
  const later = gate.change()
  expect(await Promise.all([first.changed, second.changed].map(isKept))).toEqual([true, true])
  expect(await isKept(later.changed)).toBe(false)
})

it('does not take the same state for a change', async () => {
  const gate = createGate(true)
  const { changed } = gate.change()
  gate.set('open')
  expect(await isKept(changed)).toBe(false)
})

it('tells nobody who has left', async () => {
  const gate = createGate(true)
  const { changed, leave } = gate.change()
  leave()
  gate.set('shut')
  expect(await isKept(changed)).toBe(false)
})

it.each<GateState>(['open', 'shut'])('never leaves its end for %s', (state) => {
  const gate = createGate(true)
  gate.set('ended')
  gate.set(state)
  expect(gate.state).toBe('ended')
})
