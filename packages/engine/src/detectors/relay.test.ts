import type { IpFacts } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { addressStanding } from '../network/address-standing.ts'
import { relay } from './relay.ts'

const seen = (ip: IpFacts) => ({ ip, address: addressStanding(ip) })
const apple = listed('relay', { provider: 'iCloud Private Relay' })

testDetector(relay, {
  clear: [
    ['somebody at home', seen(anAddress())],
    ['a customer of a VPN', seen(anAddress({ hits: [listed('vpn')] }))],
    ['an exit of Tor inside a relay’s range', seen(anAddress({ hits: [apple, listed('tor')] }))],
    ['a relay that the operator allows', seen(anAddress({ hits: [apple, listed('allow')] }))],
  ],
  detected: [
    ['a Safari that relays', seen(anAddress({ hits: [apple] })), ['relay_listed']],
    [
      'a relay that lists of VPNs and clouds have too',
      seen(inNetwork('cdn', { hits: [listed('vpn'), listed('datacenter'), apple] })),
      ['relay_listed'],
    ],
  ],
})

it('clears nobody by lists that are too old', () => {
  expect(relay.detect(seen(anAddress({ gaps: { relay: 'feed_stale' } })))).toEqual({
    outcome: 'unknown',
    missing: ['feed_stale'],
  })
})
