import { expect, it } from 'vitest'
import { geoFolder } from '../../../test/geo-folder.ts'
import { writeMmdb } from '../../../test/write-mmdb.ts'
import { parseAddress } from '../parse-address.ts'
import { type GeoDatabase, openDatabase } from './database.ts'

const cities = {
  type: 'city ipv4',
  ipVersion: 4,
  builtAt: new Date('2026-10-01T00:00:00Z'),
  networks: {
    '192.0.2.0/24': {
      country_code: 'DE',
      city: 'Berlin (Mitte)',
      latitude: 52.52,
      longitude: 13.405,
      state1: 'Berlin',
    },
  },
} as const

function lookUp(database: GeoDatabase, text: string) {
  const address = parseAddress(text)
  if (address === undefined) throw new Error(`${text} is no address`)
  return database.lookUp(address)
}

it('finds out what a file is, and answers in our words', async () => {
  const { put } = await geoFolder()
  const { database } = await openDatabase(await put('dbip-city-ipv4.mmdb', cities))
  expect(database).toMatchObject({
    fileName: 'dbip-city-ipv4.mmdb',
    type: 'city ipv4',
    builtAt: Date.UTC(2026, 9, 1),
    schema: { id: 'dbip_city_lite' },
  })
  expect(lookUp(database, '192.0.2.77')).toMatchObject({
    prefixLength: 24,
    facts: { place: { facts: { city: 'Berlin', source: 'DB-IP City Lite 2026-10-01' } } },
  })
  expect(lookUp(database, '198.51.100.1')).toBeUndefined()
  expect(lookUp(database, '2001:db8::1')).toBeUndefined()
})

it('gives the same answer again from what it remembers', async () => {
  const { put } = await geoFolder()
  const { database } = await openDatabase(await put('city.mmdb', cities))
  expect(lookUp(database, '192.0.2.1')?.facts).toBe(lookUp(database, '192.0.2.2')?.facts)
})

it('answers nothing where a record is broken, however often it is asked', async () => {
  const { put } = await geoFolder()
  const bytes = writeMmdb({ ...cities, networks: { ...cities.networks, '198.51.100.0/24': { country_code: 'FR' } } })
  bytes.writeUInt16BE(0x00ff, bytes.lastIndexOf('country_code') - 2)
  const { database } = await openDatabase(await put('city.mmdb', bytes))
  expect([1, 2, 3].map((last) => lookUp(database, `198.51.100.${last}`))).toEqual([undefined, undefined, undefined])
  expect(lookUp(database, '192.0.2.1')).toBeDefined()
})

it('reads a type that nobody has named by the fields of its records', async () => {
  const { put } = await geoFolder()
  const { database } = await openDatabase(await put('mine.mmdb', { ...cities, type: 'My Cities' }))
  expect(database.schema).toMatchObject({ id: 'other_my_cities', gives: ['city'], licence: { id: 'unknown' } })
  expect(lookUp(database, '192.0.2.1')?.facts.place?.facts.country).toBe('DE')
})

it('takes a list of suspects whose first records are cleared ones', async () => {
  const { put } = await geoFolder()
  const networks = { '192.0.2.0/24': {}, '198.51.100.0/24': { is_anonymous_vpn: true } }
  const { database } = await openDatabase(await put('anonymous.mmdb', { type: 'GeoIP2-Anonymous-IP', networks }))
  expect(lookUp(database, '192.0.2.1')?.facts.hits).toEqual([])
  expect(lookUp(database, '198.51.100.1')?.facts.hits).toEqual([{ kind: 'vpn', provider: null }])
})

it.each([
  ['a type with nothing of use', { type: 'GeoIP2-Domain', networks: { '192.0.2.0/24': { domain: 'example.com' } } }],
  ['a name that its records belie', { type: 'GeoLite2-City', networks: { '192.0.2.0/24': { domain: 'example.com' } } }],
  ['no records', { type: 'GeoLite2-City', networks: {} }],
])('refuses %s, and says what the file calls itself', async (_name, content) => {
  const { put } = await geoFolder()
  await expect(put('odd.mmdb', content).then(openDatabase)).rejects.toThrow(
    `it calls itself "${content.type}", and its records have no field that is read here`,
  )
})
