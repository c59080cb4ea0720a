import type { IpFacts } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { addressStanding } from '../network/address-standing.ts'
import { listedProxy } from './listed-proxy.ts'

const seen = (ip: IpFacts) => ({ ip, address: addressStanding(ip) })
const socks = listed('proxy', { protocol: 'socks5', exact: true })

testDetector(listedProxy, {
  clear: [
    ['somebody at home', seen(anAddress())],
    ['a rented server', seen(inNetwork('hosting'))],
    ['an exit of Tor, which lists of proxies have too', seen(anAddress({ hits: [socks, listed('tor')] }))],
    ['a relay, which lists of proxies have too', seen(anAddress({ hits: [socks, listed('relay')] }))],
    ['the operator’s own proxy', seen(anAddress({ hits: [socks, listed('allow')] }))],
  ],
  detected: [
    ['an open proxy', seen(anAddress({ hits: [socks] })), ['proxy_listed']],
    [
      'a seller’s network before any list was fetched',
      seen(inNetwork('proxy', { gaps: { proxy: 'feed_off' } })),
      ['proxy_network'],
    ],
    ['a listed proxy of a seller', seen(inNetwork('proxy', { hits: [socks] })), ['proxy_listed', 'proxy_network']],
  ],
})

it('clears nobody without a database of networks, which has the sellers', () => {
  const unknown = anAddress({ network: null, networkGap: 'networks_missing' })
  expect(listedProxy.detect(seen(unknown))).toEqual({ outcome: 'unknown', missing: ['networks_missing'] })
  expect(listedProxy.detect(seen({ ...unknown, hits: [socks] }))).toMatchObject({ outcome: 'detected' })
})

it('clears nobody by lists that are off', () => {
  expect(listedProxy.detect(seen(anAddress({ gaps: { proxy: 'feed_off' } })))).toEqual({
    outcome: 'unknown',
    missing: ['feed_off'],
  })
})
