import { expect, it } from 'vitest'
import { aLocation, aNetwork } from '../test/an-event.ts'
import { exitOf, ipLocation } from './ip-location.ts'
import { unlookedLocation, unlookedNetwork } from './unlooked-network.ts'

it('shows all that is known of a place', () => {
  expect(ipLocation({ location: aLocation, network: unlookedNetwork })).toEqual({
    latitude: 50.05,
    longitude: 14.4,
    timezone: 'Europe/Prague',
    accuracyRadius: 60,
    city: { name: 'Prague' },
    country: { code: 'CZ', name: 'Czechia' },
    continent: { code: 'EU', name: 'Europe' },
    subdivisions: [{ isoCode: '10', name: 'Prague' }],
    source: 'dbip-city 2026-11-01',
    exit: null,
  })
})

it('has every field also where nothing is known, so that nobody reads into nothing', () => {
  expect(ipLocation({ location: unlookedLocation, network: unlookedNetwork })).toEqual({
    latitude: null,
    longitude: null,
    timezone: null,
    accuracyRadius: null,
    city: { name: null },
    country: { code: null, name: null },
    continent: { code: null, name: null },
    subdivisions: [],
    source: null,
    exit: null,
  })
})

it('names no continent that nobody knows', () => {
  const place = aLocation.place && { ...aLocation.place, continent: 'XX', region: null }
  expect(ipLocation({ location: { place, gap: null }, network: unlookedNetwork })).toMatchObject({
    continent: { code: 'XX', name: null },
    subdivisions: [],
  })
})

const found = { status: 'detected', result: true } as const
const relayed = { ...unlookedNetwork, relay: { ...found, service: 'a relay' }, vpn: { ...aNetwork.vpn } }

it.each([
  ['nothing', unlookedNetwork, null],
  ['a VPN', aNetwork, 'vpn'],
  ['a VPN that only a near clock speaks for', { ...aNetwork, vpn: { ...aNetwork.vpn, confidence: 'low' } }, null],
  ['a relay, which is a VPN as well', relayed, 'relay'],
  ['Tor', { ...relayed, tor: found }, 'tor'],
  ['a proxy', { ...unlookedNetwork, proxy: { ...aNetwork.proxy, ...found } }, 'proxy'],
  ['a data centre, where people sit at rented desktops', { ...unlookedNetwork, datacenter: aNetwork.datacenter }, null],
] as const)('takes the address for the exit of %s', (_name, network, exit) => {
  expect(exitOf(network)).toBe(exit)
  expect(ipLocation({ location: aLocation, network }).exit).toBe(exit)
})
