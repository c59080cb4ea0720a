import { expect, it } from 'vitest'
import { geoFolder } from '../../../test/geo-folder.ts'
import type { MmdbValue } from '../../../test/write-mmdb.ts'
import { createGeo, type GeoFacts } from './create-geo.ts'
import { openDatabase } from './database.ts'
import type { GeoContent } from './schemas.ts'

/** What of an answer is there, by the names that schemas use. */
function contentsOf({ place, network, isp, connectionType, hits }: GeoFacts): readonly GeoContent[] {
  const all: readonly (readonly [GeoContent, boolean])[] = [
    ['city', place !== null && place.latitude !== null],
    ['country', place !== null && place.latitude === null],
    ['network', network !== null],
    ['isp', isp !== null],
    ['connection', connectionType !== null],
    ['anonymity', hits.length > 0],
  ]
  return all.flatMap(([content, isThere]) => (isThere ? [content] : []))
}

const nested: MmdbValue = {
  country: { iso_code: 'DE', names: { en: 'Germany' } },
  location: { latitude: 52.52, longitude: 13.405 },
  traits: { autonomous_system_number: 64500, isp: 'Example', connection_type: 'Corporate' },
}
const asn: MmdbValue = { autonomous_system_number: 64500, autonomous_system_organization: 'Example', isp: 'Example' }
const flat: MmdbValue = { country_code: 'DE', city: 'Berlin', latitude: 52.52, longitude: 13.405 }
const plus: MmdbValue = {
  ...flat,
  country: 'Germany',
  asn: 'AS64500',
  as_name: 'Example',
  is_mobile: true,
  is_vpn: true,
}

it.each([
  ['GeoLite2-City', nested],
  ['GeoLite2-Country', { country: { iso_code: 'DE' } }],
  ['GeoLite2-ASN', { autonomous_system_number: 64500 }],
  ['GeoIP2-Enterprise', nested],
  ['GeoIP2-ISP', asn],
  ['GeoIP2-Anonymous-IP', { is_anonymous: true, is_tor_exit_node: true }],
  ['GeoIP-Anonymous-Plus', { is_anonymous_vpn: true, provider_name: 'Example', anonymizer_confidence: 99 }],
  ['GeoIP-Residential-Proxy', { provider_name: 'Example', anonymizer_confidence: 95 }],
  ['GeoIP2-IP-Risk', { ip_risk: 65, is_public_proxy: true }],
  ['GeoIP2-Connection-Type', { connection_type: 'Dialup' }],
  ['ipinfo bundle_location_lite.mmdb', { country_code: 'DE', country: 'Germany', asn: 'AS64500', as_name: 'Example' }],
  ['ipinfo bundle_location_core.mmdb', { ...plus, is_hosting: true }],
  ['ipinfo bundle_location_plus.mmdb', plus],
  ['ipinfo standard_location_new.mmdb', flat],
  ['ipinfo standard_privacy_new.mmdb', { vpn: false, relay: true }],
  ['ipinfo extended_privacy_new.mmdb', { vpn: true, confidence: 3 }],
  ['ipinfo generic_privacy_proxy_residential_30d.mmdb', { service: 'Example', percent_days_seen: 3 }],
  ['DBIP-City-Lite', { country: { iso_code: 'DE' }, location: { latitude: 52.52, longitude: 13.405 } }],
  ['DBIP-ASN-Lite (compat=GeoLite2-ASN)', { autonomous_system_number: 64500 }],
  ['city ipv4', flat],
  ['country ipvAll', { country_code: 'DE' }],
  ['asn ipvAll', { autonomous_system_number: 64500, autonomous_system_organization: 'Example' }],
] as const)('%s gives what its schema says', async (type, record) => {
  const { put } = await geoFolder()
  const { database } = await openDatabase(await put('some.mmdb', { type, networks: { '192.0.2.0/24': record } }))
  const facts = createGeo({ current: () => [database] }).lookup('192.0.2.1')
  expect(contentsOf(facts)).toEqual(database.schema.gives)
})
