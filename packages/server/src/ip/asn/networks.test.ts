import { expect, it } from 'vitest'
import { addressOf, rangesOf } from '../../../test/address-lists.ts'
import { anAsnPackage, asnLines } from '../../../test/asn-package.ts'
import type { AsClasses } from './as-classes.ts'
import { createAsnTable } from './asn-table.ts'
import { compileAsnTable } from './compile-asn-table.ts'
import { createNetworks } from './networks.ts'

const classes: AsClasses = new Map([[64496, { class: 'vpn', brand: 'Ada VPN' }]])
const table = createAsnTable(compileAsnTable(asnLines.ipv4, asnLines.ipv6))
const networks = createNetworks({ table, from: anAsnPackage() }, classes)

it('knows a network by its number, and what it is used for', () => {
  expect(networks.networkOf(addressOf('192.0.2.1'))).toEqual({
    asn: 64496,
    name: 'Ada Networks',
    class: 'vpn',
    brand: 'Ada VPN',
  })
})

it('calls a network other that our table does not name', () => {
  expect(networks.networkOf(addressOf('192.0.2.200'))).toMatchObject({ asn: 64497, class: 'other', brand: null })
})

it('knows no network that nobody announces', () => {
  expect(networks.networkOf(addressOf('203.0.113.1'))).toBeNull()
})

it('names its source and the day of it', () => {
  expect(networks.source).toEqual({
    name: 'RouteViews, NRO and DB-IP (ip-location-db, CC BY 4.0)',
    builtOn: '2026-06-17',
    version: '2.3.2026061719',
  })
  expect(networks.rangesOf(new Set([64499]))).toEqual(rangesOf('2001:db8:1::-2001:db8:1::ff'))
})

it('tells a database that is missing from one that nobody wants', () => {
  expect(networks.gap).toBeNull()
  expect(createNetworks({ missing: 'It is not installed.' }, classes).gap).toBe('networks_missing')
  expect(createNetworks({ missing: 'It is off.', isOff: true }, classes).gap).toBe('networks_off')
})

it('knows nothing without a database, and why', () => {
  const none = createNetworks({ missing: 'It is not installed.' }, classes)
  expect([none.networkOf(addressOf('192.0.2.1')), none.rangesOf(new Set([64496])), none.source]).toEqual([
    null,
    rangesOf(),
    { missing: 'It is not installed.' },
  ])
})
