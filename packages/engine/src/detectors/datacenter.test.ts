import type { IpFacts } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { addressStanding } from '../network/address-standing.ts'
import { datacenter } from './datacenter.ts'

const seen = (ip: IpFacts) => ({ ip, address: addressStanding(ip) })
const aws = listed('datacenter', { provider: 'AWS' })

testDetector(datacenter, {
  clear: [
    ['somebody at home', seen(anAddress())],
    ['somebody on the phone', seen(inNetwork('mobile'))],
    ['a VPN that owns its network', seen(inNetwork('vpn'))],
    ['a Safari that relays through a network of pages', seen(inNetwork('cdn', { hits: [aws, listed('relay')] }))],
    ['people at work behind a gateway in a cloud', seen(inNetwork('gateway', { hits: [aws] }))],
    ['an address that nobody announces', seen(anAddress({ network: null, networkGap: 'not_announced' }))],
    ['an office in a cloud', seen(inNetwork('hosting', { hits: [aws, listed('office')] }))],
  ],
  detected: [
    ['a machine in a cloud', seen(anAddress({ hits: [aws] })), ['cloud_range_listed']],
    [
      'a rented server before any list was fetched',
      seen(inNetwork('hosting', { gaps: { datacenter: 'feed_never_fetched' } })),
      ['hosting_network'],
    ],
    ['a server of a wholesaler', seen(inNetwork('vpn_wholesale')), ['hosting_network']],
    ['a machine where pages are delivered', seen(inNetwork('cdn')), ['cdn_network']],
    [
      'a crawler in its owner’s cloud',
      seen(inNetwork('hosting', { hits: [aws, listed('crawler')] })),
      ['cloud_range_listed', 'hosting_network'],
    ],
    ['an exit of Tor on a rented server', seen(inNetwork('hosting', { hits: [listed('tor')] })), ['hosting_network']],
  ],
})

it('clears nobody without a database of networks, and finds by lists what they name', () => {
  const unknown = anAddress({ network: null, networkGap: 'networks_off' })
  expect(datacenter.detect(seen(unknown))).toEqual({ outcome: 'unknown', missing: ['networks_off'] })
  expect(datacenter.detect(seen({ ...unknown, hits: [aws] }))).toMatchObject({ outcome: 'detected' })
  expect(datacenter.detect(seen({ ...unknown, hits: [listed('office')] }))).toEqual({ outcome: 'clear' })
})

it.each<[string, IpFacts]>([
  ['of clouds were', anAddress({ gaps: { datacenter: 'feed_never_fetched' } })],
  ['of relays were, in a network of pages', inNetwork('cdn', { gaps: { relay: 'feed_never_fetched' } })],
])('clears nobody, and finds nobody, before lists %s fetched', (_name, ip) => {
  expect(datacenter.detect(seen(ip))).toEqual({ outcome: 'unknown', missing: ['feed_never_fetched'] })
})
