import { isIPv6 } from 'node:net'
import { describe, expect, it } from 'vitest'
import { randomNumbers } from '../../../test/random-numbers.ts'
import { showIpv6 } from '../../../test/show-list.ts'
import { readIpv6 } from './read-ipv6.ts'

const read = (text: string): string | undefined => {
  const words = new Uint32Array(4)
  return readIpv6(text, 0, text.length, words, 0) ? showIpv6(words) : undefined
}

it.each([
  '::',
  '::1',
  '1::',
  '2001:db8::',
  '2001:DB8:1:2:3:4:5:6',
  '2001:db8::5:6',
  '1:2:3:4:5:6:7::',
  '::2:3:4:5:6:7:8',
  '1:2:3::5:6:7:8',
  '::ffff:192.0.2.1',
  '64:ff9b::192.0.2.1',
  '1:2:3:4:5:6:192.0.2.1',
  'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
])('reads %s as the platform does', (text) => {
  expect(isIPv6(text)).toBe(true)
  expect(read(text)).toBe(new URL(`http://[${text}]/`).hostname.slice(1, -1))
})

it.each([
  '',
  ':',
  ':::',
  '1',
  '1:',
  ':1',
  ':1::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7:8::',
  '::1:2:3:4:5:6:7:8',
  '12345::',
  '::g',
  '::1%eth0',
  '::192.0.2.256',
  '1:2:3:4:5:6:7:192.0.2.1',
  '192.0.2.1',
  '::192.0.2.1:1',
  '::1 ',
])('%j is none', (text) => {
  expect(read(text)).toBeUndefined()
})

describe('positions', () => {
  it('reads between them, into the words asked for, and not beyond', () => {
    const words = new Uint32Array(8)
    expect(readIpv6('[2001:db8::1f]', 1, 12, words, 4)).toBe(true)
    expect([...words]).toEqual([0, 0, 0, 0, 0x20010db8, 0, 0, 1])
    expect(readIpv6('x::', 1, 2, words, 0)).toBe(false)
  })
})

it('agrees with the platform on what is an address', () => {
  const random = randomNumbers(6)
  const pieces = ['::', ':', ':', '0', '1', 'f', 'ff', 'ffff', 'fffff', '192.0.2.1', '.', '1.2', 'g', '2001:db8', '%']
  let addresses = 0
  for (let round = 0; round < 30_000; round++) {
    const length = 1 + Math.floor(random() * 16)
    const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('')
    const isOne = isIPv6(text) && !text.includes('%')
    if (isOne) addresses++
    expect(read(text) !== undefined, text).toBe(isOne)
  }
  expect(addresses).toBeGreaterThan(100)
})
