import { expect, it } from 'vitest'
import { rounded } from './rounded.ts'

it.each([
  ['what single precision adds', 345.650_015, 345.65],
  ['a 64th of a pixel, which stays apart from the next', 1 / 64, 0.016],
  ['a position left of the edge', -99.1239, -99.124],
])('%s', (_name, px, expected) => {
  expect(rounded(px)).toBe(expected)
})
