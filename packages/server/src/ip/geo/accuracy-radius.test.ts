import { expect, it } from 'vitest'
import { accuracyRadiusKm, vagueRadiusKm } from './accuracy-radius.ts'
import { radiusTable } from './radius-table.ts'

it('goes by the country, and takes 100 km where it was not measured', () => {
  expect([accuracyRadiusKm('DE'), accuracyRadiusKm('IN'), accuracyRadiusKm('AQ')]).toEqual([44, 845, 100])
})

it('never claims to know a place better than by 5 km', () => {
  expect(Object.values(radiusTable).filter((km) => km < 5)).toEqual([])
})

it.each([
  ['a network as wide as a continent', 12, 'other', 1000],
  ['one a bit narrower', 13, 'other', undefined],
  ['a content network, whose addresses are everywhere at once', 24, 'cdn', 1000],
  ['a mobile carrier, whose gateways are far from its phones', 24, 'mobile', 1000],
  ['a host', 24, 'hosting', undefined],
  ['one of which nothing is known', 24, undefined, undefined],
] as const)('%s', (_name, prefixLength, networkClass, km) => {
  expect(vagueRadiusKm(prefixLength, networkClass)).toBe(km)
})
