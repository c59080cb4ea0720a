import { expect, it } from 'vitest'
import { recordOf } from './record-of.ts'

it('gives by name what the function gives, and leaves out what it does not know', () => {
  const known: Readonly<Record<string, number | null>> = { a: 1, b: 0, c: null }
  expect(recordOf(['b', 'a', 'c', 'd'], (name) => known[name])).toEqual({ a: 1, b: 0, c: null })
})
