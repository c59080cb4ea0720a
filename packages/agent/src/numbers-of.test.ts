import { expect, it } from 'vitest'
import { numbersOf } from './numbers-of.ts'

it('gives own and inherited numbers by name, and nothing else', () => {
  const inherited = { width: 3, shape: 'round', measure: () => 4 }
  expect(numbersOf(Object.assign(Object.create(inherited), { height: 5 }))).toEqual([
    ['height', 5],
    ['width', 3],
  ])
})

it('gives 64 at most', () => {
  expect(numbersOf(Array(100).fill(1))).toHaveLength(64)
})
