import { expect, it } from 'vitest'
import { zonesMismatch } from './zones-mismatch.ts'

it.each([
  ['nobody counted', null, null, undefined],
  ['only the visits are known', 40, null, undefined],
  ['one visit too few', 19, 19, undefined],
  ['just enough visits, and half of them off', 20, 10, true],
  ['just less than half', 40, 19, false],
  ['everybody fits', 1000, 0, false],
])('tells of an address where %s', (_name, zoneVisits7d, zoneMismatches7d, expected) => {
  expect(zonesMismatch({ zoneVisits7d, zoneMismatches7d })).toBe(expected)
})
