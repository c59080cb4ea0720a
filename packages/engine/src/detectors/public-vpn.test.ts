import type { IpFacts } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { addressStanding } from '../network/address-standing.ts'
import { publicVpn } from './public-vpn.ts'

const seen = (ip: IpFacts) => ({ ip, address: addressStanding(ip) })
const server = listed('vpn', { provider: 'NordVPN', exact: true })

testDetector(publicVpn, {
  clear: [
    ['somebody at home', seen(anAddress())],
    ['somebody on the phone', seen(inNetwork('mobile'))],
    ['a server that no VPN is known to use', seen(inNetwork('hosting'))],
    ['a network that only a name speaks against', seen(inNetwork('vpn_disputed'))],
    ['a relay, which lists of VPNs have too', seen(inNetwork('cdn', { hits: [listed('vpn'), listed('relay')] }))],
    ['an exit of Tor, which lists of VPNs have too', seen(anAddress({ hits: [listed('vpn'), listed('tor')] }))],
    ['people at work behind a gateway', seen(inNetwork('gateway', { hits: [listed('vpn')] }))],
    ['the operator’s own VPN', seen(anAddress({ hits: [server, listed('office', { exact: true })] }))],
    ['an address that nobody announces', seen(anAddress({ network: null, networkGap: 'not_announced' }))],
  ],
  detected: [
    ['a server by its provider’s list', seen(anAddress({ hits: [server] })), ['vpn_server_listed']],
    ['a range by a list', seen(anAddress({ hits: [listed('vpn')] })), ['vpn_range_listed']],
    [
      'a VPN’s own network before any list was fetched',
      seen(inNetwork('vpn', { gaps: { vpn: 'feed_never_fetched' } })),
      ['vpn_network'],
    ],
    ['a wholesale host', seen(inNetwork('vpn_wholesale')), ['vpn_wholesale_network']],
    [
      'a range in a disputed network',
      seen(inNetwork('vpn_disputed', { hits: [listed('vpn')] })),
      ['vpn_range_listed', 'vpn_disputed_network'],
    ],
  ],
})

describe('public_vpn says how strongly', () => {
  it.each([
    ['a server is named', anAddress({ hits: [server] }), 0.9],
    ['a range is listed', anAddress({ hits: [listed('vpn')] }), 0.8],
    ['a network is a VPN’s', inNetwork('vpn'), 0.8],
    ['a host is a wholesaler', inNetwork('vpn_wholesale'), 0.5],
    ['a wholesaler’s server is named', inNetwork('vpn_wholesale', { hits: [server] }), 0.9],
  ])('%s', (_name, ip, strength) => {
    expect(publicVpn.detect(seen(ip))).toMatchObject({ strength })
  })
})

it.each<[string, IpFacts, readonly string[]]>([
  ['there is none', anAddress({ network: null, networkGap: 'networks_missing' }), ['networks_missing']],
  ['it is off', anAddress({ network: null, networkGap: 'networks_off' }), ['networks_off']],
  [
    'lists are missing as well',
    anAddress({ network: null, networkGap: 'networks_off', gaps: { vpn: 'feed_never_fetched' } }),
    ['feed_never_fetched', 'networks_off'],
  ],
])('clears nobody without a database of networks: %s', (_name, ip, missing) => {
  expect(publicVpn.detect(seen(ip))).toEqual({ outcome: 'unknown', missing })
  expect(publicVpn.detect(seen({ ...ip, hits: [server] }))).toMatchObject({ outcome: 'detected' })
})

it('clears nobody, and finds no disputed network, while lists cannot say so', () => {
  for (const ip of [anAddress(), inNetwork('vpn_disputed')]) {
    expect(publicVpn.detect(seen({ ...ip, gaps: { vpn: 'feed_off' } }))).toEqual({
      outcome: 'unknown',
      missing: ['feed_off'],
    })
  }
})
