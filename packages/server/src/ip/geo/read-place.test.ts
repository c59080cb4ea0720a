import { describe, expect, it } from 'vitest'
import { readPlace } from './read-place.ts'

const maxmind = {
  city: { geoname_id: 1, names: { de: 'Beispielstadt', en: 'Exampleton' } },
  continent: { code: 'EU', names: { en: 'Europe' } },
  country: { iso_code: 'GB', names: { en: 'United Kingdom' } },
  location: { accuracy_radius: 20, latitude: 51.75, longitude: -1.25, time_zone: 'Europe/London' },
  subdivisions: [
    { iso_code: 'ENG', names: { en: 'England' } },
    { iso_code: 'OXF', names: { en: 'Oxfordshire' } },
  ],
}
const dbip = {
  city: 'Offenburg (Buhl)',
  country_code: 'DE',
  latitude: Math.fround(48.4705),
  longitude: Math.fround(7.94),
  postcode: '',
  state1: 'Baden-Wurttemberg',
  state2: '',
  timezone: '',
}
const ipinfo = {
  asn: 'AS64500',
  city: 'Sydney',
  continent: 'Oceania',
  continent_code: 'OC',
  country: 'Australia',
  country_code: 'AU',
  latitude: -33.86788,
  longitude: 151.20732,
  radius: 200,
  region: 'New South Wales',
  region_code: 'NSW',
  timezone: 'Australia/Sydney',
}

describe('a place', () => {
  it('of MaxMind keeps its own zone, region and radius', () => {
    expect(readPlace(maxmind, 'GeoIP City 2026-11-01')).toEqual({
      hasOwnRadius: true,
      facts: {
        country: 'GB',
        countryName: 'United Kingdom',
        continent: 'EU',
        region: { code: 'ENG', name: 'England' },
        city: 'Exampleton',
        latitude: 51.75,
        longitude: -1.25,
        timezone: 'Europe/London',
        accuracyRadiusKm: 20,
        source: 'GeoIP City 2026-11-01',
      },
    })
  })

  it('of DB-IP loses its district and the tail of its floats, and gets zone, region and radius from us', () => {
    expect(readPlace(dbip, 'DB-IP City Lite 2026-06-05')).toEqual({
      hasOwnRadius: false,
      facts: {
        country: 'DE',
        countryName: 'Germany',
        continent: 'EU',
        region: { code: 'BW', name: 'Baden-Wurttemberg' },
        city: 'Offenburg',
        latitude: 48.4705,
        longitude: 7.94,
        timezone: 'Europe/Berlin',
        accuracyRadiusKm: 44,
        source: 'DB-IP City Lite 2026-06-05',
      },
    })
  })

  it('of IPinfo is read from its flat record', () => {
    expect(readPlace(ipinfo, 'IPinfo Plus')?.facts).toMatchObject({
      country: 'AU',
      countryName: 'Australia',
      region: { code: 'NSW', name: 'New South Wales' },
      city: 'Sydney',
      latitude: -33.8679,
      longitude: 151.2073,
      timezone: 'Australia/Sydney',
      accuracyRadiusKm: 200,
    })
  })

  it('in a database of countries has no coordinates, no radius, and the zone of a country that has one', () => {
    expect(readPlace({ country_code: 'FR' }, 'x')?.facts).toEqual({
      country: 'FR',
      countryName: 'France',
      continent: 'EU',
      region: null,
      city: null,
      latitude: null,
      longitude: null,
      timezone: 'Europe/Paris',
      accuracyRadiusKm: null,
      source: 'x',
    })
    expect(readPlace({ country_code: 'US' }, 'x')?.facts.timezone).toBeNull()
  })

  it('in an older file of IPinfo has the code where newer ones have the name', () => {
    expect(readPlace({ country: 'JP', lat: '35.69', lng: '139.69' }, 'x')?.facts).toMatchObject({
      country: 'JP',
      countryName: 'Japan',
      latitude: 35.69,
    })
  })
})

it.each([
  ['nothing', {}],
  ['a continent alone', { continent: { code: 'EU' } }],
  ['where a network is registered, which is not where it is', { registered_country: { iso_code: 'US' } }],
  ['a code that means unknown', { country_code: 'ZZ' }],
  ['a code in small letters', { country_code: 'de' }],
  ['the name of a country only', { country: 'Germany' }],
  ['a country that is a list', { country: ['DE'] }],
])('is no place: %s', (_name, record) => {
  expect(readPlace(record, 'x')).toBeUndefined()
})

it.each([
  ['beyond the pole', 90.5, 7],
  ['beyond the date line', 7, 181],
  ['none', Number.NaN, 7],
  ['where both are 0, which nobody is', 0, 0],
  ['a text', 'north', 7],
])('takes no coordinates that are %s', (_name, latitude, longitude) => {
  expect(readPlace({ country_code: 'DE', latitude, longitude }, 'x')?.facts).toMatchObject({
    latitude: null,
    longitude: null,
    accuracyRadiusKm: null,
  })
})

it('takes no zone and no region that is not spelled like one', () => {
  const odd = { ...ipinfo, timezone: '<script>', region_code: 'new south wales' }
  expect(readPlace(odd, 'x')?.facts).toMatchObject({
    timezone: 'Australia/Sydney',
    region: { code: 'NSW', name: 'New South Wales' },
  })
})
