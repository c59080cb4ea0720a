import { expect, it } from 'vitest'
import { writeMmdb } from '../../../test/write-mmdb.ts'
import { parseAddress } from '../parse-address.ts'
import { openMmdb } from './mmdb.ts'

const content = { type: 'GeoLite2-City', networks: { '192.0.2.0/24': { city: 'Example' } } }
const file = writeMmdb(content)
const ofIpv4 = writeMmdb({
  type: 'test',
  networks: { '192.0.2.1/32': { city: 'Example' } },
  ipVersion: 4,
  recordSize: 32,
})
const withoutTree = ofIpv4.subarray(ofIpv4.indexOf('city'))
const address = parseAddress('192.0.2.1') ?? { version: 4, word: 0 }

it('says what the file says of itself', () => {
  const builtAt = new Date('2026-10-02T03:04:05Z')
  const opened = openMmdb(writeMmdb({ ...content, builtAt }))
  expect(opened.type).toBe('GeoLite2-City')
  expect(opened.builtAt).toBe(builtAt.getTime())
})

it.each([
  ['nothing', Buffer.alloc(0), 'it is no mmdb file'],
  ['a text', Buffer.from('{"city":"Example"}'.repeat(100)), 'it is no mmdb file'],
  ['one without its end', file.subarray(0, file.length - 40), 'it is no mmdb file'],
  ['one without its beginning', withoutTree, 'it is shorter than its metadata say'],
  ['one built beyond every calendar', writeMmdb({ ...content, builtAt: new Date(8.64e15) }), 'its date of build'],
])('refuses %s', (_name, bytes, why) => {
  expect(() => openMmdb(bytes)).toThrow(why)
})

it('reads a broken record as none', () => {
  const broken = Buffer.from(file)
  // The record is a map; a type that the format does not have takes its place.
  broken.writeUInt16BE(0x00ff, broken.indexOf('city') - 2)
  expect(openMmdb(broken).find(address)).toBeDefined()
  expect(openMmdb(broken).read(address)).toBeUndefined()
})

it('reads a record that holds itself as none', () => {
  const circle = Buffer.from(file)
  // The value of `city` becomes a pointer to the beginning of the records, which is this map.
  circle.writeUInt16BE(0x2000, circle.indexOf('city') + 4)
  expect(openMmdb(circle).read(address)).toBeUndefined()
})

it('reads a record that is no map as none', () => {
  const bare = openMmdb(writeMmdb({ type: 'test', networks: { '192.0.2.0/24': 'Example' } }))
  expect(bare.read(address)).toBeUndefined()
})
