import type { AddressRole, IpFacts } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { addressStanding } from './address-standing.ts'

const hits = (...kinds: Parameters<typeof listed>[0][]) => anAddress({ hits: kinds.map((kind) => listed(kind)) })

it.each<[string, IpFacts, AddressRole]>([
  ['an address at home', anAddress(), 'open'],
  ['a VPN, a cloud, a proxy or a threat, which others judge', hits('vpn', 'datacenter', 'proxy', 'threat'), 'open'],
  ['an address of which no network is known', anAddress({ network: null }), 'open'],
  ['an exit that lists of VPNs and relays have too', hits('vpn', 'relay', 'tor'), 'tor'],
  ['the network of an operator of exits', inNetwork('tor'), 'tor'],
  ['a relay that lists of VPNs and clouds have too', hits('datacenter', 'vpn', 'relay'), 'relay'],
  ['a gateway in a cloud', hits('datacenter', 'gateway'), 'gateway'],
  ['the network of a gateway', inNetwork('gateway'), 'gateway'],
  ['a crawler in its owner’s cloud', hits('datacenter', 'crawler'), 'crawler'],
  ['a machine on the same network', anAddress({ scope: 'private' }), 'not_global'],
  ['a shared address inside a carrier', anAddress({ scope: 'shared' }), 'not_global'],
  ['an office with a VPN of its own', hits('vpn', 'office'), 'trusted'],
  ['an exit that the operator allows', hits('tor', 'allow'), 'trusted'],
  ['an office on a private network', anAddress({ scope: 'private', hits: [listed('office')] }), 'trusted'],
  ['a range that is both blocked and allowed', hits('allow', 'block'), 'open'],
])('takes %s for what it is', (_name, ip, role) => {
  const standing = addressStanding(ip)
  expect(standing.role).toBe(role)
  expect(standing.because === null).toBe(role === 'open')
})

it('lets an entry for the address itself go before a range', () => {
  const blockedRange = [listed('block'), listed('allow', { exact: true })]
  expect(addressStanding(anAddress({ hits: blockedRange }))).toMatchObject({ role: 'trusted', blockedBy: undefined })
  const blocked = [listed('office'), listed('block', { exact: true })]
  expect(addressStanding(anAddress({ hits: blocked }))).toMatchObject({ role: 'open', blockedBy: { kind: 'block' } })
})

it('says of a blocked exit both', () => {
  expect(addressStanding(hits('tor', 'block'))).toMatchObject({ role: 'tor', blockedBy: { feed: 'block-list' } })
})

it('gives the list or the network as the reason', () => {
  expect(addressStanding(hits('relay')).because).toMatchObject({
    reason: 'address_of_relay',
    observed: 'relay-list lists a range around it, as of 2026-11-20T00:00Z',
  })
  expect(addressStanding(inNetwork('tor')).because?.observed).toBe('AS64497 Example Network')
})
