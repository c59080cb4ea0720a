import { expect, it } from 'vitest'
import { createSourceSetTable, TooManySets } from './source-sets.ts'

it('gives a set one number, and every other another', () => {
  const table = createSourceSetTable()
  expect([[], [4], [1, 4], [14], [4], [1, 4], [1, 4, 14]].map((labels) => table.numberOf(labels))).toEqual([
    0, 1, 2, 3, 1, 2, 4,
  ])
  expect(table.finish()).toEqual({
    offsets: Uint32Array.of(0, 0, 1, 3, 4, 7),
    members: Uint32Array.of(4, 1, 4, 14, 1, 4, 14),
  })
})

it('keeps a set that its giver changes afterwards', () => {
  const table = createSourceSetTable()
  const labels = [1, 2]
  table.numberOf(labels)
  labels.push(3)
  expect([table.numberOf([1, 2]), table.finish().members]).toEqual([1, Uint32Array.of(1, 2)])
})

it('refuses more members than it may hold', () => {
  const table = createSourceSetTable(3)
  expect(table.numberOf([1, 2])).toBe(1)
  expect(() => table.numberOf([3, 4])).toThrow(TooManySets)
})
