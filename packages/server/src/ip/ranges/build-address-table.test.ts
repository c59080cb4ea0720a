import { expect, it } from 'vitest'
import { addressOf, rangesOf } from '../../../test/address-lists.ts'
import { valueAt } from './address-table.ts'
import { buildAddressTable } from './build-address-table.ts'

/** Every range has its place in the list as its label; the value is the sum of 2 to the label. */
function built(...texts: readonly string[]) {
  const ranges = rangesOf(...texts)
  const v4Labels = new Uint32Array(ranges.v4.length / 2).map((_, index) => index)
  const v6Labels = new Uint32Array(ranges.v6.length / 8).map((_, index) => index)
  return buildAddressTable({ ranges, v4Labels, v6Labels }, (labels) =>
    labels.reduce((sum, label) => sum + 2 ** label, 0),
  )
}

it('covers the whole space, and no more segments than differ', () => {
  const { v4, v6 } = built('0.0.0.0-255.255.255.255', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff')
  expect([v4, v6]).toEqual([
    { starts: Uint32Array.of(0), values: Uint16Array.of(1) },
    { starts: Uint32Array.of(0, 0, 0, 0), values: Uint16Array.of(1) },
  ])
})

it('has one empty segment without ranges', () => {
  const { v4, v6 } = built()
  expect([v4, v6]).toEqual([
    { starts: Uint32Array.of(0), values: Uint16Array.of(0) },
    { starts: Uint32Array.of(0, 0, 0, 0), values: Uint16Array.of(0) },
  ])
})

it('carries over all words where an IPv6 range ends', () => {
  const table = built('2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff')
  expect(
    ['2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db9::'].map((text) => valueAt(table, addressOf(text))),
  ).toEqual([1, 0])
})

it('takes four bytes a value only where two are too few', () => {
  const texts = Array.from({ length: 17 }, () => '192.0.2.1')
  expect(built(...texts).v4.values).toEqual(Uint32Array.of(0, 2 ** 17 - 1, 0))
  expect(built(...texts.slice(1)).v4.values).toEqual(Uint16Array.of(0, 65535, 0))
})

it.each([['192.0.2.2-192.0.2.1'], ['2001:db8::2-2001:db8::1'], ['2001:db8::-::'], ['2001:db8::1-2001:db8::']])(
  'refuses %s, which ends before it starts',
  (text) => {
    expect(() => built(text)).toThrow('ends before it starts')
  },
)
