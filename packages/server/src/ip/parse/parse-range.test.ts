import { describe, expect, it } from 'vitest'
import { showRanges } from '../../../test/show-list.ts'
import { parseRange, parseSpan } from './parse-range.ts'
import { createRangeBuilder } from './range-builder.ts'

const read = (text: string): readonly string[] => {
  const builder = createRangeBuilder()
  const understood = parseRange(text, 0, text.length, builder)
  const shown = showRanges({ ranges: builder.ranges() })
  expect(shown).toHaveLength(understood ? 1 : 0)
  return shown
}

describe('reads', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.0/24', '192.0.2.0-192.0.2.255'],
    ['192.0.2.77/24', '192.0.2.0-192.0.2.255'],
    ['192.0.2.77/32', '192.0.2.77'],
    ['203.0.113.129/31', '203.0.113.128-203.0.113.129'],
    ['0.0.0.0/0', '0.0.0.0-255.255.255.255'],
    ['255.255.255.255/1', '128.0.0.0-255.255.255.255'],
    ['192.0.2.5-192.0.2.9', '192.0.2.5-192.0.2.9'],
    ['192.0.2.5 - 192.0.2.9', '192.0.2.5-192.0.2.9'],
    ['192.0.2.5-192.0.2.5', '192.0.2.5'],
    ['2001:db8::1', '2001:db8::1'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['2001:db8::/32', '2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db8::99/127', '2001:db8::98-2001:db8::99'],
    ['2001:db8::1:2:3/33', '2001:db8::-2001:db8:7fff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db8::7/128', '2001:db8::7'],
    ['::/0', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db8::1-2001:db8::ffff', '2001:db8::1-2001:db8::ffff'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:0201', '192.0.2.1'],
    ['::ffff:192.0.2.1/120', '192.0.2.0-192.0.2.255'],
    ['::ffff:192.0.2.1-::ffff:192.0.2.9', '192.0.2.1-192.0.2.9'],
    ['192.0.2.1-::ffff:192.0.2.9', '192.0.2.1-192.0.2.9'],
    ['::ffff:0:0/64', '::-::ffff:ffff:ffff:ffff'],
  ])('%s', (text, range) => {
    expect(read(text)).toEqual([range])
  })
})

it.each([
  '',
  'example.com',
  '192.0.2',
  '192.0.2.256',
  '192.0.02.1',
  '192.0.2.0/33',
  '192.0.2.0/',
  '192.0.2.0/-1',
  '192.0.2.0/024',
  '192.0.2.0/24/24',
  '192.0.2.0/255.255.255.0',
  '/24',
  '192.0.2.9-192.0.2.5',
  '192.0.2.1-',
  '-192.0.2.1',
  '192.0.2.1-192.0.2.5-192.0.2.9',
  '192.0.2.0/24-192.0.3.0/24',
  '192.0.2.1-2001:db8::1',
  '2001:db8::ff-2001:db8::1',
  '2001:db8::/129',
  '2001:db8::/',
  '2001:db8::g/64',
  'fe80::1%eth0',
  '[2001:db8::1]',
  '192.0.2.1:80',
  ' 192.0.2.1',
  `192.0.2.1${' '.repeat(200)}-192.0.2.2`,
])('%j is none', (text) => {
  expect(read(text)).toEqual([])
})

it('reads a first and a last address from places of their own, whatever stands between', () => {
  const builder = createRangeBuilder()
  const text = '192.0.2.1\tto\t 192.0.2.4 \t'
  expect(parseSpan(text, 0, 9, 13, text.length, builder)).toBe(true)
  expect(parseSpan(text, 0, 9, 10, 12, builder)).toBe(false)
  expect(showRanges({ ranges: builder.ranges() })).toEqual(['192.0.2.1-192.0.2.4'])
})
