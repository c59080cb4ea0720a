import { expect, it } from 'vitest'
import { addressOf, rangesOf } from '../../../test/address-lists.ts'
import { valueAt } from './address-table.ts'
import { buildAddressTable } from './build-address-table.ts'

/** Every range has its place in the list as its label; the value is the sum of 2 to the label. */
function built(...texts: readonly string[]) {
  const heap = { ranges: rangesOf(...texts), labelOf: (_version: 4 | 6, range: number) => range }
  return buildAddressTable([heap], (labels) => labels.reduce((sum, label) => sum + 2 ** label, 0))
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

it('joins what lies on both sides of a slice', () => {
  const { v4 } = built('15.255.255.255-32.0.0.0', '16.0.0.0-31.255.255.255')
  expect(v4).toEqual({
    starts: Uint32Array.of(0, 0x0fffffff, 0x10000000, 0x20000000, 0x20000001),
    values: Uint16Array.of(0, 1, 3, 1, 0),
  })
  expect(built('0.0.0.0-223.255.255.255').v4).toEqual({
    starts: Uint32Array.of(0, 0xe0000000),
    values: Uint16Array.of(1, 0),
  })
})

it('refuses half a range', () => {
  const [v4, v6] = [new Uint32Array(3), new Uint32Array(12)]
  for (const ranges of [
    { v4, v6: new Uint32Array() },
    { v4: new Uint32Array(), v6 },
  ]) {
    expect(() => buildAddressTable([{ ranges, labelOf: () => 0 }], () => 1)).toThrow('half a range')
  }
})

it.each([['192.0.2.2-192.0.2.1'], ['2001:db8::2-2001:db8::1'], ['2001:db8::-::'], ['2001:db8::1-2001:db8::']])(
  'refuses %s, which ends before it starts',
  (text) => {
    expect(() => built(text)).toThrow('ends before it starts')
  },
)
