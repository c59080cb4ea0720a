import { expect, it } from 'vitest'
import { writeMmdb } from '../../../test/write-mmdb.ts'
import { parseAddress } from '../parse-address.ts'
import { openMmdb } from './mmdb.ts'

const NETWORKS = {
  '192.0.2.0/24': { name: 'documentation 1' },
  '192.0.2.128/25': { name: 'its upper half' },
  '198.51.100.7/32': { name: 'one address' },
  '203.0.0.0/12': { name: 'a wide one' },
  '2001:db8::/32': { name: 'documentation 6' },
  '2001:db8:0:1::/64': { name: 'a network in it' },
}

const found = (file: ReturnType<typeof openMmdb>, text: string) => {
  const address = parseAddress(text)
  if (address === undefined) throw new Error(`${text} is no address`)
  const leaf = file.find(address)
  return leaf === undefined ? undefined : [file.read(address)?.['name'], leaf.prefixLength]
}

it.each([24, 28, 32] as const)('finds the longest prefix in a tree of %i bits a branch', (recordSize) => {
  const file = openMmdb(writeMmdb({ type: 'test', networks: NETWORKS, recordSize }))
  expect(found(file, '192.0.2.1')).toEqual(['documentation 1', 25])
  expect(found(file, '192.0.2.200')).toEqual(['its upper half', 25])
  expect(found(file, '198.51.100.7')).toEqual(['one address', 32])
  expect(found(file, '203.15.255.255')).toEqual(['a wide one', 12])
  expect(found(file, '2001:db8:0:1::5')).toEqual(['a network in it', 64])
  expect(found(file, '2001:db8:ffff::')?.[0]).toBe('documentation 6')
})

it.each(['198.51.100.6', '203.16.0.0', '0.0.0.0', '255.255.255.255', '2001:db9::', '::1', 'ffff::'])(
  'finds nothing for %s, which no network holds',
  (text) => {
    expect(found(openMmdb(writeMmdb({ type: 'test', networks: NETWORKS })), text)).toBeUndefined()
  },
)

it('does not take the first half of an IPv6 address for IPv4 in a file that has only IPv4', () => {
  const file = openMmdb(writeMmdb({ type: 'test', networks: { '32.1.0.0/16': { name: 'like 2001:' } }, ipVersion: 4 }))
  expect(found(file, '32.1.13.184')).toEqual(['like 2001:', 16])
  expect(found(file, '2001:db8::1')).toBeUndefined()
})

it('finds no IPv4 in a file that has only IPv6', () => {
  const file = openMmdb(writeMmdb({ type: 'test', networks: { '2001:db8::/32': { name: 'documentation 6' } } }))
  expect(found(file, '32.1.13.184')).toBeUndefined()
})

it('gives all of IPv4 what the file says of a network around it', () => {
  const file = openMmdb(writeMmdb({ type: 'test', networks: { '::/8': { name: 'the lowest' } } }))
  expect(found(file, '192.0.2.1')).toEqual(['the lowest', 0])
})

it('names an address of each of the first records', () => {
  const file = openMmdb(writeMmdb({ type: 'test', networks: NETWORKS }))
  expect(new Set(file.sample().map(({ name }) => name))).toEqual(
    new Set(Object.values(NETWORKS).map(({ name }) => name)),
  )
})
