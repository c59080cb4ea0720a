import { expect, it } from 'vitest'
import { addressOf } from '../../../test/address-lists.ts'
import { asnCsv } from '../../../test/asn-package.ts'
import { createAsnTable } from './asn-table.ts'
import { compileAsnTable } from './compile-asn-table.ts'

const { lookup } = createAsnTable(compileAsnTable(asnCsv.ipv4, asnCsv.ipv6))

it.each([
  ['192.0.1.255', undefined],
  ['192.0.2.0', { asn: 64496, name: 'Ada Networks' }],
  ['192.0.2.128', { asn: 64497, name: 'Bob, Sons & "Co"' }],
  ['192.0.3.0', undefined],
  ['2001:db8:0:1::', { asn: 64496, name: 'Ada Networks' }],
  ['2001:db8:1::ff', { asn: 64499, name: 'Dörte e.V.' }],
  ['2001:db8:1::100', undefined],
])('%s is announced by %j', (text, network) => {
  expect(lookup(addressOf(text))).toEqual(network)
})

it('believes the later of two rows that overlap', () => {
  expect(
    ['198.51.100.63', '198.51.100.64', '198.51.100.95', '198.51.100.96'].map((text) => lookup(addressOf(text))?.asn),
  ).toEqual([64498, 64496, 64496, 64498])
})

it('refuses an empty file', () => {
  expect(() => compileAsnTable(asnCsv.ipv4, '')).toThrow('A file of networks is empty.')
})
