import { expect, it } from 'vitest'
import { aLocation } from '../test/an-event.ts'
import { ipLocation } from './ip-location.ts'
import { unlookedLocation } from './unlooked-network.ts'

it('shows all that is known of a place', () => {
  expect(ipLocation(aLocation)).toEqual({
    latitude: 50.05,
    longitude: 14.4,
    timezone: 'Europe/Prague',
    accuracyRadius: 60,
    city: { name: 'Prague' },
    country: { code: 'CZ', name: 'Czechia' },
    continent: { code: 'EU', name: 'Europe' },
    subdivisions: [{ isoCode: '10', name: 'Prague' }],
    source: 'dbip-city 2026-11-01',
  })
})

it('has every field also where nothing is known, so that nobody reads into nothing', () => {
  expect(ipLocation(unlookedLocation)).toEqual({
    latitude: null,
    longitude: null,
    timezone: null,
    accuracyRadius: null,
    city: { name: null },
    country: { code: null, name: null },
    continent: { code: null, name: null },
    subdivisions: [],
    source: null,
  })
})

it('names no continent that nobody knows', () => {
  const place = aLocation.place && { ...aLocation.place, continent: 'XX', region: null }
  expect(ipLocation({ place, gap: null })).toMatchObject({ continent: { code: 'XX', name: null }, subdivisions: [] })
})
