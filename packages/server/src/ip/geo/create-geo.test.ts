import { describe, expect, it } from 'vitest'
import { geoFolder } from '../../../test/geo-folder.ts'
import type { MmdbContent } from '../../../test/write-mmdb.ts'
import { createGeo } from './create-geo.ts'
import { openDatabase } from './database.ts'

async function geoOf(...contents: readonly MmdbContent[]) {
  const { put } = await geoFolder()
  const opened = []
  for (const [index, content] of contents.entries())
    opened.push(await openDatabase(await put(`${index}.mmdb`, content)))
  const databases = opened.map(({ database }) => database)
  return createGeo({ current: () => databases })
}

const builtAt = new Date('2026-10-01T00:00:00Z')
const berlin = { country_code: 'DE', city: 'Berlin', latitude: 52.52, longitude: 13.405, state1: 'Berlin' }
const cities = { type: 'city ipv4', networks: { '192.0.2.0/24': berlin, '203.0.0.0/12': berlin } }
const countries = {
  type: 'country ipvAll',
  networks: { '192.0.2.0/24': { country_code: 'FR' }, '198.51.100.0/24': { country_code: 'FR' } },
}
const nobody = { network: null, isp: null, organization: null, connectionType: null, hits: [] }

describe('without an answer', () => {
  it('says that there is no database of places, though there is another', async () => {
    expect((await geoOf()).lookup('192.0.2.1')).toEqual({ place: null, placeGap: 'no_database', ...nobody })
    const geo = await geoOf({ type: 'GeoLite2-ASN', networks: { '192.0.2.0/24': { autonomous_system_number: 64500 } } })
    expect(geo.lookup('192.0.2.1')).toMatchObject({ place: null, placeGap: 'no_database', network: { asn: 64500 } })
  })

  it.each(['198.51.100.1', '2001:db8::1', 'no address'])('says that %s is not listed', async (address) => {
    const geo = await geoOf(cities)
    expect(geo.lookup(address)).toEqual({ place: null, placeGap: 'not_listed', ...nobody })
  })
})

describe('a place', () => {
  it('is a city before a country, whichever file was named first', async () => {
    const geo = await geoOf(countries, cities)
    expect(geo.lookup('192.0.2.1').place).toMatchObject({ country: 'DE', city: 'Berlin' })
    expect(geo.lookup('198.51.100.1').place).toMatchObject({ country: 'FR', city: null })
    expect(geo.lookup('192.0.2.1')).not.toHaveProperty('placeGap')
  })

  it('is found by address or by its words', async () => {
    const geo = await geoOf(cities)
    expect(geo.lookup({ version: 4, word: 0xc0000201 })).toEqual(geo.lookup('192.0.2.1'))
    expect(geo.lookup('::ffff:192.0.2.1')).toEqual(geo.lookup('192.0.2.1'))
  })

  it.each([
    ['of a household', '192.0.2.1', undefined, 44],
    ['of a network as wide as a continent', '203.0.0.1', undefined, 1000],
    ['of a content network', '192.0.2.1', 'cdn', 1000],
    ['of a phone', '192.0.2.1', 'mobile', 1000],
  ] as const)('has the radius %s', async (_name, address, networkClass, km) => {
    const { place } = (await geoOf(cities)).lookup(address, networkClass)
    expect(place?.accuracyRadiusKm).toBe(km)
  })

  it("keeps a database's own radius, whatever the network", async () => {
    const record = { country: { iso_code: 'DE' }, location: { latitude: 52.5, longitude: 13.4, accuracy_radius: 3 } }
    const geo = await geoOf({ type: 'GeoIP2-City', networks: { '192.0.0.0/12': record } })
    expect(geo.lookup('192.0.2.1', 'mobile').place?.accuracyRadiusKm).toBe(3)
  })

  it('without coordinates has no radius in a wide network either', async () => {
    const geo = await geoOf({ type: 'country ipvAll', networks: { '192.0.0.0/8': { country_code: 'FR' } } })
    expect(geo.lookup('192.0.2.1').place?.accuracyRadiusKm).toBeNull()
  })
})

it('puts together what several databases know', async () => {
  const geo = await geoOf(
    cities,
    { type: 'GeoLite2-ASN', networks: { '192.0.2.0/24': { autonomous_system_number: 64500 } } },
    { type: 'GeoIP2-ISP', networks: { '192.0.2.0/24': { autonomous_system_number: 64501, isp: 'Example' } } },
    { type: 'GeoIP2-Connection-Type', networks: { '192.0.2.0/24': { connection_type: 'Cellular' } } },
    { type: 'GeoIP2-Anonymous-IP', builtAt, networks: { '192.0.2.0/24': { is_anonymous_vpn: true } } },
    {
      type: 'ipinfo extended_privacy_new.mmdb',
      builtAt,
      networks: { '192.0.2.1/32': { vpn: true, service: 'Example VPN' } },
    },
  )
  const asOf = builtAt.getTime()
  expect(geo.lookup('192.0.2.1')).toMatchObject({
    place: { city: 'Berlin' },
    network: { asn: 64500, name: 'AS64500' },
    isp: 'Example',
    organization: null,
    connectionType: 'cellular',
    hits: [
      { feed: 'maxmind_anonymous', kind: 'vpn', provider: null, exact: false, asOf },
      { feed: 'ipinfo_privacy_extended', kind: 'vpn', provider: 'Example VPN', exact: true, asOf },
    ],
  })
})
