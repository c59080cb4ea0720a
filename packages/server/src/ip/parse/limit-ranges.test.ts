import { expect, it } from 'vitest'
import { showRanges } from '../../../test/show-list.ts'
import { compareWords, limitRanges } from './limit-ranges.ts'
import { parseRange } from './parse-range.ts'
import { createRangeBuilder } from './range-builder.ts'

const build = (...blocks: readonly string[]) => {
  const builder = createRangeBuilder()
  for (const block of blocks) parseRange(block, 0, block.length, builder)
  return builder.ranges()
}

it.each([
  ['the limit itself', '192.0.2.0/24', ['192.0.2.0-192.0.2.255']],
  ['a part of it', '192.0.2.7', ['192.0.2.7']],
  ['a part of another limit', '203.0.113.128/25', ['203.0.113.128-203.0.113.255']],
  ['one address too many below', '192.0.1.255-192.0.2.9', []],
  ['one address too many above', '192.0.2.9-192.0.3.0', []],
  ['what holds the limit', '192.0.0.0/16', []],
  ['something else', '198.51.100.1', []],
  ['IPv6 inside', '2001:db8:1::/64', ['2001:db8:1::-2001:db8:1:0:ffff:ffff:ffff:ffff']],
  ['IPv6 beside', '2001:db9::1', []],
  ['IPv6 around', '2001:db0::/28', []],
])('keeps of %s what is right', (_, block, kept) => {
  const builder = createRangeBuilder()
  const limited = limitRanges(build('192.0.2.0/24', '203.0.113.0/24', '2001:db8::/32'), builder)
  expect(parseRange(block, 0, block.length, limited)).toBe(true)
  expect(showRanges({ ranges: builder.ranges() })).toEqual(kept)
})

it('compares addresses by their first word that differs', () => {
  const words = Uint32Array.of(1, 2, 3, 4, 1, 2, 4, 0)
  expect(Math.sign(compareWords(words, 0, words, 4))).toBe(-1)
  expect(Math.sign(compareWords(words, 4, words, 0))).toBe(1)
  expect(compareWords(words, 0, words, 0)).toBe(0)
})
