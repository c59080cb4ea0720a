import { getAllCountries } from 'countries-and-timezones'
import { expect, it } from 'vitest'
import { countryZones } from './country-zones.ts'
import { zoneOffsetMin } from './zone-offset.ts'

it.each([
  ['DE', 'Europe/Berlin'],
  ['IN', 'Asia/Calcutta'],
  ['UA', 'Europe/Kiev'],
  ['GB', 'Europe/London'],
  ['US', 'America/Los_Angeles'],
  ['ES', 'Atlantic/Canary'],
])('has for %s its zone %s', (country, zone) => {
  expect(countryZones(country)?.names.has(zone)).toBe(true)
})

it.each(['', 'ZZ', 'de', 'constructor', '__proto__'])('knows no zones of %j', (country) => {
  expect(countryZones(country)).toBeNull()
})

it('keeps fewer clocks than names, and every clock of the country', () => {
  const us = countryZones('US')
  expect(us?.clocks.length).toBeLessThan((us?.names.size ?? 0) / 2)
})

it('speaks of no zone that the platform does not know', () => {
  const clocks = Object.keys(getAllCountries()).flatMap((country) => countryZones(country)?.clocks ?? [])
  expect(clocks.filter((zone) => zoneOffsetMin(zone, 0) === null)).toEqual([])
  expect(clocks.length).toBeGreaterThan(200)
})
