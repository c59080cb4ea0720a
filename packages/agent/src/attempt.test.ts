import { expect, it } from 'vitest'
import { attempt } from './attempt.ts'

it('gives what the function gives, be it nothing', () => {
  expect(attempt(() => 7)).toBe(7)
  expect(attempt(() => null)).toBeNull()
})

it('gives undefined when the function throws', () => {
  expect(attempt((): unknown => JSON.parse('<h1>'))).toBeUndefined()
})
