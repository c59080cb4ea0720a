import { expect, it } from 'vitest'
import { isInNetworks } from './in-networks.ts'

it.each([
  ['the address itself', '192.0.2.1', ['192.0.2.1']],
  ['a CIDR', '10.1.2.3', ['192.0.2.1', '10.0.0.0/8']],
  ['the last address of a CIDR', '10.255.255.255', ['10.0.0.0/8']],
  ['IPv4 that came over IPv6', '::ffff:10.1.2.3', ['10.0.0.0/8']],
  ['a CIDR of IPv6', '2001:db8::1', ['2001:db8::/32']],
  ['a link-local address with its zone', 'fe80::1%eth0', ['fe80::/10']],
  ['everything', '203.0.113.9', ['0.0.0.0/0']],
])('finds %s', (_name, ip, networks) => {
  expect(isInNetworks(ip, networks)).toBe(true)
})

it.each([
  ['a neighbour', '192.0.2.2', ['192.0.2.1']],
  ['the address after a CIDR', '11.0.0.0', ['10.0.0.0/8']],
  ['an address of the other family', '2001:db8::1', ['0.0.0.0/0']],
  ['anything, where no network is named', '192.0.2.1', []],
  ['what is no address', 'localhost', ['0.0.0.0/0', '::/0']],
])('does not find %s', (_name, ip, networks) => {
  expect(isInNetworks(ip, networks)).toBe(false)
})
