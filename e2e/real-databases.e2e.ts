import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createGeo } from '../packages/server/src/ip/geo/create-geo.ts'
import { openDatabase } from '../packages/server/src/ip/geo/database.ts'
import { openDatabases } from '../packages/server/src/ip/geo/open-databases.ts'
import { packageFiles } from '../packages/server/src/ip/geo/package-files.ts'

/** What DB-IP said of them in June 2026; a later one may not agree, so only the countries that never move are named. */
const wellKnown = [
  ['8.8.8.8', 'US'],
  ['88.198.0.1', 'DE'],
  ['51.68.10.1', 'FR'],
  ['2a01:4f8:1::1', 'DE'],
] as const

it('places well-known addresses with the packages, as far as they are installed', async () => {
  const reports: string[] = []
  const settings = { geoDatabases: [], geoDefault: 'city' } as const
  const databases = await openDatabases(settings, { report: (message) => reports.push(message) })
  const isInstalled = ['dbip-city-mmdb', 'dbip-country-mmdb'].some(
    (name) => packageFiles(`@ip-location-db/${name}`, ['package.json']) !== undefined,
  )
  const { lookup } = createGeo(databases)
  expect(wellKnown.map(([address]) => lookup(address).place?.country)).toEqual(
    wellKnown.map(([, country]) => (isInstalled ? country : undefined)),
  )
  expect(reports).toEqual([])
})

/** Samples of vendors are not ours to ship: whoever has a folder of them names it. */
const folder = process.env['TRACIO_TEST_IPDATA']

if (folder !== undefined) {
  const maxmind = join(folder, 'mmdb-test', 'maxmind')
  const ipinfo = join(folder, 'mmdb-test', 'ipinfo')

  const factsFor = async (path: string, address: string) => {
    const { database } = await openDatabase(path)
    return createGeo({ current: () => [database] }).lookup(address)
  }

  describe('official samples', () => {
    it.each([
      ['GeoIP2-City-Test', '81.2.69.160', { place: { country: 'GB', city: 'London', timezone: 'Europe/London' } }],
      ['GeoLite2-City-Test', '89.160.20.112', { place: { country: 'SE', city: 'Linköping', accuracyRadiusKm: 76 } }],
      ['GeoLite2-City-Test', '2001:218::', { place: { country: 'JP', timezone: 'Asia/Tokyo' } }],
      ['GeoLite2-Country-Test', '81.2.69.160', { place: { country: 'GB', latitude: null } }],
      ['GeoLite2-ASN-Test', '1.128.0.0', { network: { asn: 1221, name: 'Telstra Pty Ltd' } }],
      ['GeoIP2-ISP-Test', '1.128.0.0', { isp: 'Telstra Internet', network: { asn: 1221 } }],
      ['GeoIP2-Enterprise-Test', '74.209.24.0', { place: { country: 'US' }, connectionType: 'cable_dsl' }],
      ['GeoIP2-Connection-Type-Test', '1.0.1.0', { connectionType: 'cellular' }],
      ['GeoIP2-Anonymous-IP-Test', '1.2.0.0', { hits: [{ feed: 'maxmind_anonymous', kind: 'vpn' }] }],
      ['GeoIP-Anonymous-Plus-Test', '1.2.0.1', { hits: [{ kind: 'vpn', provider: 'foo' }] }],
    ] as const)('%s knows %s', async (name, address, facts) => {
      expect(await factsFor(join(maxmind, `${name}.mmdb`), address)).toMatchObject(facts)
    })

    it.each(readdirSync(ipinfo).filter((name) => name.endsWith('.mmdb')))(
      '%s is known and gives something',
      async (name) => {
        const { database } = await openDatabase(join(ipinfo, name))
        expect(database.schema.id).toMatch(/^ipinfo_/)
      },
    )
  })

  describe('broken samples', () => {
    const broken = [
      ...readdirSync(join(maxmind, 'bad-data')).map((name) => join(maxmind, 'bad-data', name)),
      ...readdirSync(maxmind)
        .filter((name) => /broken|invalid/i.test(name))
        .map((name) => join(maxmind, name)),
    ]
    it.each(broken)('%s is refused, or answers without an error', async (path) => {
      const outcome = await openDatabase(path).then(
        ({ database }) => {
          const { lookup } = createGeo({ current: () => [database] })
          return Array.from({ length: 65_536 }, (_, top) => lookup({ version: 4, word: top * 65_536 })).length
        },
        (error: unknown) => error,
      )
      expect(outcome instanceof Error ? outcome.message : outcome).toSatisfy(
        (seen) => seen === 65_536 || /^it (?:is|calls)|^its /.test(String(seen)),
      )
    })
  })
}
