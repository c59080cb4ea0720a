import { expect, it } from 'vitest'
import { doubledWords, pagedBytes, pagedDoubles, pagedHalves, pagedWords } from './paged-arrays.ts'

it.each([
  [pagedBytes, 1],
  [pagedHalves, 2],
  [pagedWords, 4],
  [pagedDoubles, 8],
])('%o gives as many numbers as were asked for, all 0', (make, bytesPerItem) => {
  expect([0, 1, 5000].map((length) => make(length).length)).toEqual([0, 1, 5000])
  expect([...make(3)]).toEqual([0, 0, 0])
  expect(make(3).BYTES_PER_ELEMENT).toBe(bytesPerItem)
})

it('keeps the content in twice the room', () => {
  const words = pagedWords(2)
  words.set([7, 0xffffffff])
  expect([...doubledWords(words)]).toEqual([7, 0xffffffff, 0, 0])
})

it('survives being handed to another thread', () => {
  const words = pagedWords(3)
  words.set([1, 2, 3])
  const moved = structuredClone(words.subarray(1), { transfer: [words.buffer] })
  expect([[...moved], words.length]).toEqual([[2, 3], 0])
})
