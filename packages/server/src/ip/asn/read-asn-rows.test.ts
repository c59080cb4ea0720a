import { expect, it } from 'vitest'
import { asnCsv } from '../../../test/asn-package.ts'
import { createNetworkNames, readAsnRows } from './read-asn-rows.ts'

it('reads ranges and names, and numbers networks once', () => {
  const known = createNetworkNames()
  const v4 = readAsnRows(asnCsv.ipv4, 4, known)
  const v6 = readAsnRows(asnCsv.ipv6, 6, known)
  expect([...v4.words.slice(0, 4)]).toEqual([0xc0000200, 0xc000027f, 0xc0000280, 0xc00002ff])
  expect([...v6.words.slice(8)]).toEqual([0x20010db8, 0x10000, 0, 0, 0x20010db8, 0x10000, 0, 0xff])
  expect([...v4.networks, ...v6.networks]).toEqual([1, 2, 3, 1, 1, 4])
  expect(known.asns).toEqual([0, 64496, 64497, 64498, 64499])
  expect(known.names).toEqual(['', 'Ada Networks', 'Bob, Sons & "Co"', 'Carol Mobile', 'Dörte e.V.'])
})

it('goes on behind a row that is none', () => {
  const rows = Array.from({ length: 200 }, (_, at) => `192.0.2.${at},192.0.2.${at},64496,Ada`)
  expect(readAsnRows([...rows, 'what is this'].join('\n'), 4, createNetworkNames()).networks).toHaveLength(200)
})

it.each([
  '192.0.2.9,192.0.2.1,64496,Backwards',
  '192.0.2.1,2001:db8::1,64496,Two families',
  '2001:db8::1,2001:db8::2,64496,The other family',
  '192.0.2.1,192.0.2.2,0,No network',
  '192.0.2.1,192.0.2.2,4294967296,Too high',
  '192.0.2.1,192.0.2.2,AS64496,Spelled',
  '192.0.2.1,192.0.2.2,64496,"Half a quote',
  '192.0.2.0/24,64496,Another form',
])('refuses a file of %s', (row) => {
  expect(() => readAsnRows(`${row}\n`, 4, createNetworkNames())).toThrow('1 of 1 rows are not rows of networks.')
})

it('shortens a name that is made to be long', () => {
  const known = createNetworkNames()
  readAsnRows(`192.0.2.1,192.0.2.1,64496,${'x'.repeat(5000)}`, 4, known)
  expect(known.names[1]).toHaveLength(200)
})
