import { expect, it } from 'vitest'
import { addressOf } from '../../../test/address-lists.ts'
import { bucketsOf, valueAt } from './address-table.ts'

const starts = Uint32Array.of(0, 0x0000ffff, 0x00010000, 0x00010001, 0xc0000200, 0xffffffff)
const table = {
  v4: { starts, values: Uint16Array.of(0, 1, 2, 3, 4, 5) },
  v6: {
    starts: Uint32Array.of(0, 0, 0, 0, 0x20010db8, 0, 0, 0, 0x20010db8, 0, 0, 7, 0x20010db8, 0, 1, 0),
    values: Uint32Array.of(0, 70_000, 2, 3),
  },
  buckets: bucketsOf(starts),
}

it.each([
  ['0.0.0.0', 0],
  ['0.0.255.254', 0],
  ['0.0.255.255', 1],
  ['0.1.0.0', 2],
  ['0.1.0.1', 3],
  ['0.2.0.0', 3],
  ['192.0.1.255', 3],
  ['192.0.2.0', 4],
  ['255.255.255.254', 4],
  ['255.255.255.255', 5],
  ['::', 0],
  ['2001:db7:ffff:ffff:ffff:ffff:ffff:ffff', 0],
  ['2001:db8::', 70_000],
  ['2001:db8::6', 70_000],
  ['2001:db8::7', 2],
  ['2001:db8::ffff:ffff', 2],
  ['2001:db8::1:0:0', 3],
  ['2001:db8:0:1::', 3],
  ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 3],
])('%s has the value of the segment it lies in', (text, value) => {
  expect(valueAt(table, addressOf(text))).toBe(value)
})

it('counts in its index the segments that start before', () => {
  expect([0, 1, 2, 0xc000, 0xc001, 65536].map((bucket) => table.buckets[bucket])).toEqual([0, 2, 4, 4, 5, 6])
})
