import { expect, it } from 'vitest'
import { readNetwork } from './read-network.ts'

const nothing = { network: null, isp: null, organization: null, connectionType: null }

it.each([
  [
    'MaxMind ASN',
    { autonomous_system_number: 64500, autonomous_system_organization: 'Example Net' },
    { ...nothing, network: { asn: 64500, name: 'Example Net' } },
  ],
  [
    'MaxMind ISP',
    { autonomous_system_number: 64500, isp: 'Example Mobile', organization: 'Example Holding' },
    { ...nothing, network: { asn: 64500, name: 'AS64500' }, isp: 'Example Mobile', organization: 'Example Holding' },
  ],
  [
    'MaxMind Enterprise',
    { traits: { autonomous_system_number: 64501, isp: 'Example', connection_type: 'Cellular' } },
    { ...nothing, network: { asn: 64501, name: 'AS64501' }, isp: 'Example', connectionType: 'cellular' },
  ],
  ['MaxMind Connection Type', { connection_type: 'Cable/DSL' }, { ...nothing, connectionType: 'cable_dsl' }],
  [
    'IPinfo Plus',
    { asn: 'AS64502', as_name: 'Example, Inc.', is_mobile: true, is_satellite: false },
    { ...nothing, network: { asn: 64502, name: 'Example, Inc.' }, connectionType: 'cellular' },
  ],
  ['a satellite in IPinfo Core', { is_mobile: false, is_satellite: true }, { ...nothing, connectionType: 'satellite' }],
])('reads %s', (_name, record, facts) => {
  expect(readNetwork(record)).toEqual(facts)
})

it.each([
  ['nothing', {}],
  ['number 0, which is nobody', { autonomous_system_number: 0 }],
  ['a number of more than 32 bits', { autonomous_system_number: 2 ** 32 }],
  ['a text that is no number', { asn: 'unknown' }],
  ['a word for a connection that nobody knows', { connection_type: 'constructor' }],
])('reads nothing from %s', (_name, record) => {
  expect(readNetwork(record)).toEqual(nothing)
})
