import type { IpFacts } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { addressStanding } from '../network/address-standing.ts'
import { proxyHeaders } from './proxy-headers.ts'

const seen = (headers: Readonly<Record<string, string>>, ip: IpFacts = anAddress()) => ({
  proxyHeaders: headers,
  requestIp: '203.0.113.7',
  ip,
  address: addressStanding(ip),
})

testDetector(proxyHeaders, {
  clear: [
    ['somebody whom no proxy speaks for', seen({})],
    ['people at work behind a gateway that names itself', seen({ via: '1.1 gateway' }, inNetwork('gateway'))],
    ['an office whose proxy names itself', seen({ via: '1.1 squid' }, anAddress({ hits: [listed('office')] }))],
    ['a company’s proxy that names its own network', seen({ 'x-forwarded-for': '10.1.2.3' })],
  ],
  detected: [
    ['a proxy that names itself', seen({ via: '1.1 squid' }), ['proxy_names_itself']],
    [
      'a proxy that names whom it speaks for, and whose client says so',
      seen({ 'x-forwarded-for': '192.0.2.9', 'proxy-connection': 'close' }),
      ['proxy_names_client', 'proxy_told_to_client'],
    ],
  ],
})

it.each<[string, IpFacts, string]>([
  ['a network that delivers pages', inNetwork('cdn'), 'trusted_proxies'],
  ['a proxy beside the server', anAddress({ scope: 'loopback' }), 'address_not_global'],
])('cannot tell whose %s is', (_name, ip, missing) => {
  expect(proxyHeaders.detect(seen({ 'x-forwarded-for': '192.0.2.9' }, ip))).toEqual({
    outcome: 'unknown',
    missing: [missing],
  })
})
