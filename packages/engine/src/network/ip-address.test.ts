import { describe, expect, it } from 'vitest'
import { ipAddress, isOutside, sharePrefix } from './ip-address.ts'

const read = (text: string) => {
  const address = ipAddress(text)
  if (!address) throw new Error(`${text} is no address`)
  return address
}

it.each([
  ['192.0.2.1', 4, [192, 0, 2, 1]],
  ['::ffff:192.0.2.1', 4, [192, 0, 2, 1]],
  ['::ffff:c000:201', 4, [192, 0, 2, 1]],
  ['::', 6, [0, 0, 0, 0, 0, 0, 0, 0]],
  ['2001:DB8::1', 6, [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]],
  ['2001:db8:1:2:3:4:5:6', 6, [0x2001, 0xdb8, 1, 2, 3, 4, 5, 6]],
  ['fe80::1%eth0', 6, [0xfe80, 0, 0, 0, 0, 0, 0, 1]],
  ['64:ff9b::192.0.2.1', 6, [0x64, 0xff9b, 0, 0, 0, 0, 0xc000, 0x201]],
])('reads %s', (text, family, parts) => {
  expect(ipAddress(text)).toEqual({ family, parts })
})

it.each([
  '',
  'unknown',
  '1.2.3',
  '1.2.3.256',
  '1.2.3.4:5',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
  '12345::',
  ':::',
  '::g',
  `${'0:'.repeat(40)}1`,
])('takes %j for no address', (text) => {
  expect(ipAddress(text)).toBeUndefined()
})

describe('outside is', () => {
  it.each(['192.0.2.1', '8.8.8.8', '100.63.0.1', '100.128.0.1', '172.32.0.1', '169.253.0.1', '2001:db8::1'])(
    '%s',
    (text) => expect(isOutside(read(text))).toBe(true),
  )
})

describe('inside is', () => {
  it.each([
    '10.0.0.1',
    '127.0.0.1',
    '0.0.0.0',
    '100.64.0.1',
    '169.254.1.1',
    '172.16.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
  ])('%s', (text) => expect(isOutside(read(text))).toBe(false))
})

it.each([
  ['192.0.2.1', '192.0.2.254', 24, true],
  ['192.0.2.1', '192.0.3.1', 24, false],
  ['192.0.2.1', '192.0.3.1', 16, true],
  ['2001:db8::1', '2001:db8::ffff:1', 64, true],
  ['2001:db8::1', '2001:db8:0:1::1', 64, false],
  ['192.0.2.1', '2001:db8::1', 0, false],
])('says of %s and %s whether %i bits are alike: %s', (one, other, bits, alike) => {
  expect(sharePrefix(read(one), read(other), bits)).toBe(alike)
})
