import type { BrowserFamily } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inCountry } from '../../test/address.ts'
import { NOW } from '../../test/visit.ts'
import { zoneFit } from './zone-fit.ts'

const fitOf = (zone: string | undefined, country: string, family: BrowserFamily = 'chromium') =>
  zoneFit({ zone, family, ip: anAddress({ place: inCountry(country) }), at: NOW })

it.each([
  ['at home', 'Europe/Berlin', 'DE'],
  ['in India, by the zone’s old name', 'Asia/Calcutta', 'IN'],
  ['in the other half of a wide country', 'America/Los_Angeles', 'US'],
  ['on an island of Spain', 'Atlantic/Canary', 'ES'],
  ['behind the border, where clocks go alike', 'Europe/Vienna', 'DE'],
  ['by an offset without a place, as the country has it', 'Etc/GMT-1', 'DE'],
  ['in Iceland with Firefox', 'Atlantic/Reykjavik', 'IS'],
])('fits somebody %s', (_name, zone, country) => {
  expect(fitOf(zone, country)).toEqual({ known: true, fits: true, zone, country, differenceMin: 0 })
})

it.each([
  ['an hour off', 'Europe/London', 'DE', 60],
  ['across an ocean', 'Europe/Prague', 'US', 360],
  ['around the world', 'Asia/Shanghai', 'DE', 420],
  ['Iceland’s zone in another browser', 'Atlantic/Reykjavik', 'DE', 60],
])('does not fit: %s', (_name, zone, country, differenceMin) => {
  expect(fitOf(zone, country)).toEqual({ known: true, fits: false, zone, country, differenceMin })
})

it.each([
  ['no zone was read', undefined, 'DE', 'timezone'],
  ['the zone is of no place', 'UTC', 'DE', 'zone_hidden'],
  ['the zone is of no place, by its long name', 'Etc/GMT', 'US', 'zone_hidden'],
  ['the zone was never set', 'Factory', 'DE', 'zone_hidden'],
  ['the zone is UTC where that is the law', 'UTC', 'GH', 'zone_hidden'],
  ['there is no such zone', 'Mars/Olympus', 'DE', 'zone_unknown'],
  ['nobody knows the country’s zones', 'Europe/Belgrade', 'XK', 'country_zones'],
])('cannot tell where %s', (_name, zone, country, why) => {
  expect(fitOf(zone, country)).toEqual({ known: false, why })
})

it('takes Iceland’s zone in Firefox for a hidden one, elsewhere than in Iceland', () => {
  expect(fitOf('Atlantic/Reykjavik', 'DE', 'firefox')).toEqual({ known: false, why: 'zone_hidden' })
})

it('hands on why there is no place', () => {
  const zone = 'Europe/Berlin'
  const nowhere = anAddress({ place: null })
  expect(zoneFit({ zone, family: 'chromium', ip: { ...nowhere, placeGap: 'no_database' }, at: NOW })).toEqual({
    known: false,
    why: 'no_database',
  })
  expect(zoneFit({ zone, family: 'chromium', ip: nowhere, at: NOW })).toEqual({ known: false, why: 'place' })
})
