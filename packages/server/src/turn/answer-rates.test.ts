import { expect, it } from 'vitest'
import { createAnswerRates } from './answer-rates.ts'

/** How many of so many datagrams are answered. */
function answered(
  count: number,
  address: (index: number) => string,
  isReached = false,
  atMs = 0,
  rates = createAnswerRates(),
): number {
  let sum = 0
  for (let index = 0; index < count; index++) if (rates.mayAnswer(address(index), isReached, atMs)) sum++
  return sum
}

it('answers one address a hundred times at once, and then twenty times a second', () => {
  const rates = createAnswerRates()
  const one = () => '192.0.2.1'
  expect(answered(300, one, false, 1000, rates)).toBe(100)
  expect(answered(300, one, false, 2000, rates)).toBe(20)
  expect(answered(300, one, false, 60_000, rates)).toBe(100)
})

it('counts a /64 of IPv6 as one', () => {
  expect(answered(300, (index) => `2001:db8::${index.toString(16)}`)).toBe(100)
  expect(answered(300, (index) => `2001:db8:0:${index.toString(16)}::1`)).toBe(300)
})

it('answers two thousand times a second in all, however many addresses ask', () => {
  expect(answered(5000, (index) => `10.0.${index >> 8}.${index & 255}`)).toBe(2000)
})

it('answers who was reached before, while strangers are too many', () => {
  const rates = createAnswerRates()
  const address = (index: number) => `10.0.${index >> 8}.${index & 255}`
  expect(answered(5000, address, false, 0, rates)).toBe(2000)
  expect(answered(50, () => '192.0.2.1', true, 0, rates)).toBe(50)
})

it('goes on when the clock is set back', () => {
  const rates = createAnswerRates()
  expect(answered(300, () => '192.0.2.1', false, 10_000, rates)).toBe(100)
  expect(answered(300, () => '192.0.2.1', false, 0, rates)).toBe(0)
  expect(answered(300, () => '192.0.2.1', false, 1000, rates)).toBe(20)
})
