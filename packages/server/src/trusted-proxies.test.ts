import { expect, it } from 'vitest'
import { trustedProxies } from './trusted-proxies.ts'

const trusts = trustedProxies(['10.0.0.0/8', '192.0.2.7', 'fd00::/8', '::1', '::ffff:172.16.0.0/108'])

it.each([
  '10.0.0.1',
  '10.255.255.255',
  '::ffff:10.0.0.1',
  '::FFFF:0A00:0001',
  '192.0.2.7',
  'fd12::1',
  'FD12:0::1',
  '::1',
  '172.16.3.4',
  '172.31.255.255',
])('trusts %s', (address) => {
  expect(trusts(address)).toBe(true)
})

it.each(['11.0.0.1', '192.0.2.8', 'fe80::1', '::2', '172.32.0.1', '::ffff:11.0.0.1', 'unknown', '', undefined])(
  'does not trust %s',
  (address) => {
    expect(trusts(address)).toBe(false)
  },
)

it('trusts nobody when nobody is listed', () => {
  expect(trustedProxies([])('127.0.0.1')).toBe(false)
})
