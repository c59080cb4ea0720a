import { expect, it } from 'vitest'
import { zonesMismatch } from './address-history.ts'

it.each([
  ['nobody counted', null, null, undefined],
  ['only the visits are known', 20, null, undefined],
  ['one visit too few', 9, 9, undefined],
  ['just enough visits, and half of them off', 10, 5, true],
  ['just less than half', 20, 9, false],
  ['everybody fits', 1000, 0, false],
])('tells of an address where %s', (_name, zoneVisits7d, zoneMismatches7d, expected) => {
  expect(zonesMismatch({ zoneVisits7d, zoneMismatches7d })).toBe(expected)
})
