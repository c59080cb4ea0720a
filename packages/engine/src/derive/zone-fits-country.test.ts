import { getAllCountries } from 'countries-and-timezones'
import { describe, expect, it } from 'vitest'
import { zoneFitsCountry } from './zone-fits-country.ts'

it('finds every zone of every country at home, by each of its names', () => {
  const strangers = Object.values(getAllCountries({ deprecated: true })).flatMap(({ id, timezones }) =>
    timezones.filter((zone) => zoneFitsCountry(zone, id) !== true).map((zone) => `${zone} in ${id}`),
  )
  expect(strangers).toEqual([])
})

describe('fits', () => {
  it.each([
    ['a zone of the country', 'Europe/Prague', 'CZ'],
    ['its older name', 'Asia/Calcutta', 'IN'],
    ['its newer name', 'Asia/Kolkata', 'IN'],
    ['Kyiv', 'Europe/Kyiv', 'UA'],
    ['Kiev', 'Europe/Kiev', 'UA'],
    ['a name of before the database', 'US/Eastern', 'US'],
    ['any zone of a wide country', 'Pacific/Honolulu', 'US'],
    ['a zone that is kept as a link to another country’s', 'Europe/Oslo', 'NO'],
    ['an island whose zone is a link', 'America/Antigua', 'AG'],
    ['the neighbour’s zone, whose clocks go alike: people near a border', 'Europe/Vienna', 'CZ'],
    ['a zone far away whose clocks go alike', 'America/Lima', 'PA'],
    ['a fixed zone that somebody set by hand', 'Etc/GMT-3', 'TR'],
    ['Iceland at home', 'Atlantic/Reykjavik', 'IS'],
  ])('%s: %s in %s', (_name, zone, country) => {
    expect(zoneFitsCountry(zone, country)).toBe(true)
  })
})

describe('does not fit', () => {
  it.each([
    ['another continent', 'Europe/Prague', 'US'],
    ['an hour off', 'Europe/London', 'CZ'],
    ['half an hour off', 'Asia/Kathmandu', 'IN'],
    ['the same standard time, without a summer time', 'Africa/Lagos', 'CZ'],
    ['a fixed zone of somewhere else', 'Etc/GMT+5', 'DE'],
  ])('%s: %s in %s', (_name, zone, country) => {
    expect(zoneFitsCountry(zone, country)).toBe(false)
  })
})

describe('cannot tell', () => {
  it.each([
    ['UTC, which privacy browsers and servers show', 'UTC', 'CZ'],
    ['UTC by its long name', 'Etc/UTC', 'US'],
    ['UTC where it is the legal time as well', 'UTC', 'GH'],
    ['GMT', 'GMT', 'GB'],
    ['what Firefox shows when it resists fingerprinting', 'Atlantic/Reykjavik', 'CZ'],
    ['a machine whose zone was never set', 'Factory', 'CZ'],
    ['a zone that nobody knows', 'Etc/Unknown', 'CZ'],
    ['what is no zone', '__proto__', 'CZ'],
    ['an empty zone', '', 'CZ'],
    ['a country that nobody knows', 'Europe/Prague', 'XX'],
    ['what is no country', 'Europe/Prague', 'constructor'],
  ])('%s: %s in %s', (_name, zone, country) => {
    expect(zoneFitsCountry(zone, country)).toBeNull()
  })
})
