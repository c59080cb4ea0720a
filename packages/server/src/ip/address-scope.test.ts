import { expect, it } from 'vitest'
import { addressScope } from './address-scope.ts'
import { parseAddress } from './parse-address.ts'

const scopeOf = (text: string) => {
  const address = parseAddress(text)
  return address && addressScope(address)
}

it.each([
  ['reserved', ['0.0.0.0', '0.255.255.255', '192.0.0.0', '192.0.0.8', '192.0.0.170', '192.88.99.1', '198.18.0.0']],
  ['reserved', ['198.19.255.255', '240.0.0.0', '255.255.255.255']],
  ['private', ['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255']],
  ['shared', ['100.64.0.0', '100.127.255.255']],
  ['loopback', ['127.0.0.0', '127.0.0.1', '127.255.255.255']],
  ['link_local', ['169.254.0.0', '169.254.255.255']],
  ['documentation', ['192.0.2.0', '192.0.2.255', '198.51.100.7', '203.0.113.255']],
  ['multicast', ['224.0.0.0', '239.255.255.255']],
  ['global', ['1.0.0.0', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0']],
  [
    'global',
    ['169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.0.0.9', '192.0.0.10', '192.0.1.0'],
  ],
  ['global', ['192.0.3.0', '192.31.196.1', '192.52.193.1', '192.167.255.255', '192.169.0.0', '192.175.48.1']],
  ['global', ['198.17.255.255', '198.20.0.0', '223.255.255.255']],
] as const)('IPv4, %s: %j', (scope, texts) => {
  expect(texts.map(scopeOf)).toEqual(texts.map(() => scope))
})

it.each([
  ['reserved', ['::', '::2', '::c000:201', '100::1', '100:0:0:1::1', '1fff:ffff::', '4000::', '5f00::1', 'fec0::1']],
  ['reserved', ['2001:1::', '2001:2::1', '2001:10::1', '2001:1ff:ffff::']],
  ['loopback', ['::1']],
  ['private', ['fc00::', 'fd12:3456::1', 'fdff:ffff::', '64:ff9b:1::1']],
  ['link_local', ['fe80::1', 'fe80::1%eth0', 'febf:ffff::']],
  ['documentation', ['2001:db8::', '2001:db8:ffff::1', '3fff::', '3fff:fff:ffff::']],
  ['multicast', ['ff00::', 'ff02::1']],
  ['global', ['2000::1', '2001:200::1', '2001:4860:4860::8888', '2001:db7::', '2001:db9::', '2620:4f:8000::1']],
  ['global', ['2001:1::1', '2001:1::2', '2001:1::3', '2001:3::1', '2001:4:112::1', '2001:20::1', '2001:3f:ffff::']],
  ['global', ['2a00::1', '3ffe::1', '3fff:1000::', '3fff:ffff::']],
] as const)('IPv6, %s: %j', (scope, texts) => {
  expect(texts.map(scopeOf)).toEqual(texts.map(() => scope))
})

it.each([
  ['a translated', '64:ff9b::8.8.8.8', '64:ff9b::10.0.0.1'],
  ['a 6to4', '2002:808:808::1', '2002:a00:1::1'],
  ['a Teredo', '2001:0:c633:6401:8000:63bf:f7f7:f7f7', '2001:0:c633:6401:8000:63bf:f5ff:fffe'],
])('%s address is what the IPv4 address in it is', (_kind, global, inside) => {
  expect([scopeOf(global), scopeOf(inside)]).toEqual(['global', 'private'])
})
