import type { IpFacts } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { addressStanding } from '../network/address-standing.ts'
import { torExit } from './tor-exit.ts'

const seen = (ip: IpFacts) => ({ ip, address: addressStanding(ip) })

testDetector(torExit, {
  clear: [
    ['somebody at home', seen(anAddress())],
    ['a customer of a VPN', seen(anAddress({ hits: [listed('vpn')] }))],
    ['a server in the same data centre as exits', seen(inNetwork('hosting', { hits: [listed('datacenter')] }))],
    ['an exit that the operator allows', seen(anAddress({ hits: [listed('tor'), listed('allow')] }))],
  ],
  detected: [
    ['an exit', seen(anAddress({ hits: [listed('tor', { exact: true })] })), ['tor_exit_listed']],
    ['an exit too new for the list', seen(inNetwork('tor', { gaps: { tor: 'feed_never_fetched' } })), ['tor_network']],
    [
      'an exit of a known operator',
      seen(inNetwork('tor', { hits: [listed('tor')] })),
      ['tor_exit_listed', 'tor_network'],
    ],
    [
      'an exit that relays’ lists have too',
      seen(anAddress({ hits: [listed('relay'), listed('tor')] })),
      ['tor_exit_listed'],
    ],
  ],
})

it('clears nobody before the list of exits was fetched', () => {
  expect(torExit.detect(seen(anAddress({ gaps: { tor: 'feed_never_fetched' } })))).toEqual({
    outcome: 'unknown',
    missing: ['feed_never_fetched'],
  })
})
