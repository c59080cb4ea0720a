import { expect, it } from 'vitest'
import { rangesOf } from '../../../test/address-lists.ts'
import { asnCsv } from '../../../test/asn-package.ts'
import { createAsnTable } from './asn-table.ts'
import { compileAsnTable } from './compile-asn-table.ts'

it('says which ranges some networks announce', () => {
  const table = createAsnTable(compileAsnTable(asnCsv.ipv4, asnCsv.ipv6))
  expect(table.rangesOf(new Set([64496, 64499]))).toEqual(
    rangesOf(
      '192.0.2.0-192.0.2.127',
      '198.51.100.64-198.51.100.95',
      '2001:db8::-2001:db8:0:ffff:ffff:ffff:ffff:ffff',
      '2001:db8:1::-2001:db8:1::ff',
    ),
  )
  expect(table.rangesOf(new Set([64511]))).toEqual(rangesOf())
})

it('says so up to the last address', () => {
  const csv = {
    ipv4: '255.255.255.0,255.255.255.255,64496,Ada\n',
    ipv6: 'ff00::,ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,64496,Ada\n',
  }
  const table = createAsnTable(compileAsnTable(csv.ipv4, csv.ipv6))
  expect(table.rangesOf(new Set([64496]))).toEqual(
    rangesOf('255.255.255.0-255.255.255.255', 'ff00::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'),
  )
})

it('knows what its arrays take', () => {
  const { bytes, compiled } = createAsnTable(compileAsnTable(asnCsv.ipv4, asnCsv.ipv6))
  expect(bytes).toBe(
    compiled.table.v4.values.length * 6 +
      compiled.table.v6.values.length * 18 +
      65537 * 4 +
      compiled.asns.length * 4 +
      compiled.names.length +
      compiled.nameOffsets.length * 4,
  )
})
