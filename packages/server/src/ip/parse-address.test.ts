import { describe, expect, it } from 'vitest'
import { parseAddress } from './parse-address.ts'

describe('an IPv4 address', () => {
  it.each([
    ['0.0.0.0', 0],
    ['192.0.2.1', 0xc0000201],
    ['255.255.255.255', 0xffffffff],
    ['::ffff:192.0.2.1', 0xc0000201],
    ['::FFFF:c000:201', 0xc0000201],
  ])('%s is one word', (text, word) => {
    expect(parseAddress(text)).toEqual({ version: 4, word })
  })
})

describe('an IPv6 address', () => {
  it.each([
    ['::', [0, 0, 0, 0]],
    ['::1', [0, 0, 0, 1]],
    ['2001:db8::', [0x20010db8, 0, 0, 0]],
    ['2001:DB8:1:2:3:4:5:6', [0x20010db8, 0x00010002, 0x00030004, 0x00050006]],
    ['2001:db8::5:6', [0x20010db8, 0, 0, 0x00050006]],
    ['fe80::1%eth0', [0xfe800000, 0, 0, 1]],
    ['64:ff9b::192.0.2.1', [0x0064ff9b, 0, 0, 0xc0000201]],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff]],
  ])('%s is four words', (text, words) => {
    expect(parseAddress(text)).toEqual({ version: 6, words })
  })
})

it.each([
  '',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.256',
  '01.2.3.4',
  '1..2.3',
  '1.2.3.4 ',
  '1.2.3.-4',
  '0x1.2.3.4',
  '2001:db8',
  '1::2::3',
  '12345::',
  '::ffff:1.2.3.256',
  'example.test',
])('%j is no address', (text) => {
  expect(parseAddress(text)).toBeUndefined()
})
