import { expect, it } from 'vitest'
import { isPublicAddress } from './special-space.ts'

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '192.0.2.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '0.0.0.0',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '64:ff9b::10.0.0.1',
  'fc00::1',
  'fe80::1%eth0',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
])('%s is nobody’s public server', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it.each(['8.8.8.8', '100.63.255.255', '172.32.0.1', '2606:4700::1', '64:ff9b::8.8.8.8', '::ffff:8.8.8.8', '2003::1'])(
  '%s may be',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)
