import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { geoFolder } from '../../../test/geo-folder.ts'
import type { MmdbContent } from '../../../test/write-mmdb.ts'
import { openDatabase } from './database.ts'
import { geoStatus } from './geo-status.ts'
import { holdDatabases } from './hold-databases.ts'

const DAY_MS = 86_400_000
const builtAt = new Date('2026-09-01T00:00:00Z')
const daysLater = (days: number): EpochMs => (builtAt.getTime() + days * DAY_MS) as EpochMs

async function databasesOf(contents: Readonly<Record<string, MmdbContent>>) {
  const { put } = await geoFolder()
  const opened = []
  for (const [name, content] of Object.entries(contents)) opened.push(await openDatabase(await put(name, content)))
  return holdDatabases(opened, () => undefined)
}

const place = { country_code: 'DE', latitude: 52.52, longitude: 13.405 }
const dbip = (type: string) => ({ type, builtAt, networks: { '192.0.2.0/24': place } })

it('says what is in use, how old it is and whom to credit, once', async () => {
  const databases = await databasesOf({
    'dbip-city-ipv4.mmdb': dbip('city ipv4'),
    'dbip-city-ipv6.mmdb': dbip('city ipv6'),
  })
  const status = geoStatus(databases, daysLater(7))
  expect(status.level).toBe('city')
  expect(status.credits).toEqual([{ text: 'IP Geolocation by DB-IP', url: 'https://db-ip.com' }])
  expect(status.databases).toHaveLength(2)
  expect(status.databases[0]).toEqual({
    id: 'dbip_city_lite',
    name: 'DB-IP City Lite',
    file: 'dbip-city-ipv4.mmdb',
    type: 'city ipv4',
    builtAt: builtAt.getTime(),
    ageDays: 7,
    old: null,
    gives: ['city'],
    licence: 'CC-BY-4.0',
    credit: { text: 'IP Geolocation by DB-IP', url: 'https://db-ip.com' },
    problem: null,
  })
})

it('names no folder', async () => {
  const databases = await databasesOf({ 'dbip-city-ipv4.mmdb': dbip('city ipv4') })
  expect(JSON.stringify(geoStatus(databases, daysLater(0)))).not.toContain('tracio-geo-')
})

it.each([
  ['DB-IP after 60 days', 'city ipv4', 60, null],
  ['DB-IP after 61 days', 'city ipv4', 61, 'older than 60 days, and addresses change hands, and places with them'],
  ['GeoLite2 after 30 days', 'GeoLite2-City', 30, null],
  [
    'GeoLite2 after 31 days',
    'GeoLite2-City',
    31,
    'older than 30 days, and its licence asks that a copy be destroyed 30 days after a newer one is out',
  ],
])('calls %s what it is', async (_name, type, days, old) => {
  const databases = await databasesOf({ 'some.mmdb': dbip(type) })
  expect(geoStatus(databases, daysLater(days)).databases[0]?.old).toBe(old)
})

it('says how fine places are known', async () => {
  const countries = await databasesOf({
    'country.mmdb': { type: 'country ipvAll', networks: { '192.0.2.0/24': { country_code: 'DE' } } },
  })
  expect(geoStatus(countries, daysLater(0)).level).toBe('country')
  expect(geoStatus(await databasesOf({}), daysLater(0))).toEqual({ level: 'none', databases: [], credits: [] })
})
