import type { AddressScope, PlaceFacts } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import type { IpIntelligence } from '../src/ports/ip-intelligence.ts'

/** A place, for tests in which somebody is somewhere. */
export const aPlace = (part: Partial<PlaceFacts> = {}): PlaceFacts => ({
  country: 'CZ',
  countryName: 'Czechia',
  continent: 'EU',
  region: null,
  city: 'Prague',
  latitude: 50.088,
  longitude: 14.4208,
  timezone: 'Europe/Prague',
  accuracyRadiusKm: 50,
  source: 'a test',
  ...part,
})

/** What every `IpIntelligence` promises, whatever lists and databases it has. */
export function ipIntelligenceContract(name: string, open: () => IpIntelligence): void {
  describe(`${name} is an IpIntelligence`, () => {
    it.each<[AddressScope, string]>([
      ['loopback', '127.0.0.1'],
      ['loopback', '::1'],
      ['private', '10.1.2.3'],
      ['private', '172.31.255.255'],
      ['private', '192.168.1.1'],
      ['private', 'fd12:3456::1'],
      ['link_local', '169.254.1.1'],
      ['link_local', 'fe80::1'],
      ['shared', '100.64.0.1'],
      ['documentation', '203.0.113.7'],
      ['documentation', '2001:db8::7'],
      ['multicast', '224.0.0.1'],
      ['multicast', 'ff02::1'],
      ['reserved', '0.0.0.0'],
      ['reserved', '::'],
      ['reserved', 'not an address'],
    ])('knows as %s, and nothing more of it, %s', (scope, address) => {
      expect(open().facts(address)).toMatchObject({
        ...{ scope, network: null, networkGap: 'not_global' },
        ...{ place: null, placeGap: 'not_global' },
      })
    })

    it.each(['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888'])('knows %s to be one of everybody', (address) => {
      expect(open().facts(address).scope).toBe('global')
    })

    it('says where an address is, or why it does not know, never both', () => {
      for (const address of ['8.8.8.8', '1.1.1.1', '2001:4860:4860::8888', '10.0.0.1']) {
        const { place, placeGap } = open().facts(address)
        expect([address, place === null]).toEqual([address, placeGap !== undefined])
      }
    })

    it('says who announces an address, or why it does not know, never both', () => {
      for (const address of ['8.8.8.8', '5.9.1.1', '2001:4860:4860::8888', '10.0.0.1', 'no address']) {
        const { network, networkGap } = open().facts(address)
        expect([address, network === null]).toEqual([address, networkGap !== undefined])
      }
    })

    it('gives facts that a store keeps as they are', () => {
      const facts = open().facts('8.8.8.8')
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
    })
  })
}
