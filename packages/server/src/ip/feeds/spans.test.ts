import { describe, expect, it } from 'vitest'
import { coveredBy, intersect, merge, rangesOf, type Span, sizeOf, spanOf, spansOf, touches } from './spans.ts'

const span = (first: number, last: number): Span => ({ first: BigInt(first), last: BigInt(last) })

describe('a network', () => {
  it.each([
    ['192.0.2.1', 4, 0xc0000201n, 0xc0000201n],
    ['192.0.2.77/24', 4, 0xc0000200n, 0xc00002ffn],
    ['0.0.0.0/0', 4, 0n, 0xffffffffn],
    ['2001:db8::1/32', 6, 0x20010db8n << 96n, (0x20010db9n << 96n) - 1n],
    ['::1', 6, 1n, 1n],
  ] as const)('%s goes from its first address to its last', (text, version, first, last) => {
    expect(spanOf(text)).toEqual({ version, span: { first, last } })
  })

  it('that is none is a mistake of ours', () => {
    expect(() => spanOf('example.test')).toThrow('no network')
  })
})

it('goes to ranges and back without a loss, in both families', () => {
  const spans = spansOf(['198.51.100.0/24', '192.0.2.1', '2001:db8::/32', '2001:db8:ffff::1'])
  expect(coveredBy([rangesOf(spans)])).toEqual(spans)
})

it('merges what overlaps or touches, in any order', () => {
  expect(merge([span(7, 9), span(1, 2), span(3, 4), span(8, 12), span(20, 20)])).toEqual([
    span(1, 4),
    span(7, 12),
    span(20, 20),
  ])
})

it.each([
  ['nothing in common', [span(1, 2)], [span(4, 5)], []],
  ['one inside another', [span(1, 9)], [span(4, 5)], [span(4, 5)]],
  ['several in one', [span(1, 9)], [span(0, 1), span(4, 5), span(9, 12)], [span(1, 1), span(4, 5), span(9, 9)]],
  ['one across several', [span(1, 3), span(5, 7)], [span(2, 6)], [span(2, 3), span(5, 6)]],
])('intersects %s', (_name, a, b, common) => {
  expect(intersect(a, b)).toEqual(common)
  expect(intersect(b, a)).toEqual(common)
})

it('counts addresses, also beyond 2^53', () => {
  expect(sizeOf(spansOf(['192.0.2.0/24', '198.51.100.7']).v4)).toBe(257)
  expect(sizeOf(spansOf(['2001:db8::/32']).v6)).toBe(2 ** 96)
})

it('finds an address in merged spans, at their ends and beside them', () => {
  const merged = [span(10, 20), span(30, 40)]
  expect([9, 10, 20, 21, 29, 30, 40, 41].map((at) => touches(merged, span(at, at)))).toEqual([
    false,
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ])
  expect(touches(merged, span(21, 30))).toBe(true)
})
