import { expect, it } from 'vitest'
import { type GapName, gapNamed, gapNumbers } from './gap.ts'

it.each<[number, GapName]>([
  [-1, 'unavailable'],
  [-2, 'denied'],
  [-3, 'error'],
  [-4, 'timeout'],
  [-5, 'unstable'],
  [-6, 'blocked'],
  [-7, 'unsupported'],
  [-8, 'skipped'],
])('reads %i as %s, for ever', (wire, name) => {
  expect(gapNamed(wire)).toBe(name)
})

it('has a name for every number that agents send, each its own', () => {
  expect(Object.values(gapNumbers).map(gapNamed)).toEqual(Object.keys(gapNumbers))
})

it.each([
  ['a number beyond the list', -9],
  ['zero', 0],
  ['a number as text', '-1'],
  ['a gap’s name', 'denied'],
  ['the gap that only the server’s decoder gives', 'invalid'],
  ['a list that reads as one', [-1]],
  ['nothing', undefined],
])('knows no gap for %s', (_name, wire) => {
  expect(gapNamed(wire)).toBeUndefined()
})
