import { expect, it } from 'vitest'
import { type Chains, createChains } from './chains.ts'

const words = (): Int32Array => new Int32Array(3 * 10)

function chainOf(chains: Chains, place: Int32Array, bucket: number): number[] {
  const chain: number[] = []
  for (let number = chains.first(bucket); number !== 0; number = place[number * 3 + 1] ?? 0) chain.push(number)
  return chain
}

it.each([
  [1, [4, 3, 2]],
  [2, [4, 3, 1]],
  [3, [4, 2, 1]],
  [4, [3, 2, 1]],
])('takes %d out, wherever it stands, and leaves the others and other buckets alone', (removed, left) => {
  const place = words()
  const chains = createChains(2, { words: place, stride: 3, word: 1 })
  for (const number of [1, 2, 3, 4]) chains.push(0, number)
  chains.push(1, 5)
  chains.remove(0, removed)
  expect([chainOf(chains, place, 0), chainOf(chains, place, 1)]).toEqual([left, [5]])
  chains.push(0, removed)
  expect(chainOf(chains, place, 0)).toEqual([removed, ...left])
})

it('is empty at first, and again when all are gone', () => {
  const place = words()
  const chains = createChains(1, { words: place, stride: 3, word: 1 })
  expect(chains.first(0)).toBe(0)
  chains.push(0, 7)
  chains.remove(0, 7)
  expect(chains.first(0)).toBe(0)
})
