import type { EpochMs, ListHit } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aPlace } from '../../test/ip-intelligence-contract.ts'
import { relayPlace } from './relay-place.ts'

const hit: ListHit = {
  ...{ feed: 'apple_relay', kind: 'relay', provider: 'iCloud Private Relay', exact: false },
  asOf: Date.UTC(2026, 10, 20) as EpochMs,
}

it.each([
  ['a database says another country', aPlace({ country: 'US' })],
  ['no database says anything', null],
])('believes the relay’s list where %s', (_name, place) => {
  expect(relayPlace([hit, { ...hit, country: 'CZ' }], place)).toEqual({
    country: 'CZ',
    countryName: 'Czechia',
    continent: 'EU',
    region: null,
    city: null,
    latitude: null,
    longitude: null,
    timezone: 'Europe/Prague',
    accuracyRadiusKm: null,
    source: 'apple_relay 2026-11-20',
  })
})

it.each<[string, readonly ListHit[]]>([
  ['no list names the address', []],
  ['the list says no country', [hit]],
  ['the database agrees, and knows the city', [{ ...hit, country: 'CZ' }]],
  ['nobody has the code', [{ ...hit, country: 'ZZ' }]],
  ['the list is of something else', [{ ...hit, kind: 'vpn', country: 'DE' }]],
])('leaves the place as it is where %s', (_name, hits) => {
  expect(relayPlace(hits, aPlace())).toBeUndefined()
})
