import { expect, it } from 'vitest'
import { createRandom } from '../../../../../bench/ingest/random.ts'
import { sortInTurns } from './sort-in-turns.ts'

const asIs = (): void => undefined
const random = createRandom(7)

it.each([0, 1, 2, 16_384, 16_385, 50_000, 100_001])('sorts %i numbers', (length) => {
  const numbers = Float64Array.from({ length }, () => random.int(2 ** 32) * 2 ** 20 + random.int(9))
  const expected = numbers.toSorted()
  sortInTurns(numbers, new Float64Array(length), asIs)
  expect(numbers).toEqual(expected)
})

it('sorts what is sorted already, forwards or backwards', () => {
  const forwards = Float64Array.from({ length: 70_000 }, (_, index) => index)
  for (const numbers of [forwards.slice(), forwards.toReversed()]) {
    sortInTurns(numbers, new Float64Array(70_000), asIs)
    expect(numbers).toEqual(forwards)
  }
})

it('sorts by what is given, and leaves what is equal in its order', () => {
  const numbers = Uint32Array.from({ length: 40_000 }, (_, index) => index)
  sortInTurns(numbers, new Uint32Array(40_000), asIs, (a, b) => (a % 3) - (b % 3))
  const expected = [0, 1, 2].flatMap((rest) => [...numbers.keys()].filter((number) => number % 3 === rest))
  expect([...numbers]).toEqual(expected)
})

it('lets others have their turn', () => {
  let turns = 0
  sortInTurns(new Float64Array(100_000), new Float64Array(100_000), () => void turns++)
  expect(turns).toBeGreaterThan(12)
})
