import { expect, it } from 'vitest'
import { addressOf, aList } from '../../../test/address-lists.ts'
import { compileRanges } from './compile-ranges.ts'
import { createRangeSet } from './range-set.ts'

/** Numbers that look random and are the same in every run (xorshift, 32 bits). */
function createNumbers(seed: number) {
  let state = seed
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  return { below: (limit: number) => next() % limit }
}

/** Few addresses, at the edges of words and of the space, so that random ranges nest, touch and meet. */
const CORNERS_V4 = [0, 1, 2, 0xffff, 0x10000, 0x10001, 0x7fffffff, 0x80000000, 0xc0000200, 0xfffffffe, 0xffffffff]
const CORNERS_V6 = [0n, 1n, 2n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 64n - 1n, 2n ** 64n, 2n ** 96n, 2n ** 127n]
const HIGHEST = 2n ** 128n - 1n

const points = {
  v4: [...new Set(CORNERS_V4.flatMap((word) => [word - 1, word, word + 1]))].filter(
    (word) => word >= 0 && word < 2 ** 32,
  ),
  v6: [...new Set([...CORNERS_V6, HIGHEST - 1n, HIGHEST].flatMap((value) => [value - 1n, value, value + 1n]))].filter(
    (value) => value >= 0n && value <= HIGHEST,
  ),
}

const wordsOf = (value: bigint) =>
  [96n, 64n, 32n, 0n].map((shift) => Number((value >> shift) & 0xffffffffn)) as [number, number, number, number]

interface ModelRange {
  readonly list: number
  readonly first: bigint
  readonly last: bigint
}

/** What the lists say of an address, by looking at every range. */
function expected(ranges: readonly ModelRange[], value: bigint): readonly (readonly [number, boolean])[] {
  const hits = ranges.filter(({ first, last }) => first <= value && value <= last)
  return [...new Set(hits.map(({ list }) => list))]
    .sort((a, b) => a - b)
    .map((list) => [list, hits.some((hit) => hit.list === list && hit.first === hit.last)])
}

it.each(Array.from({ length: 60 }, (_, round) => round + 1))('agrees with a look at every range, round %i', (seed) => {
  const { below } = createNumbers(seed * 7919)
  const lists = 1 + below(5)
  const draw = (candidates: readonly bigint[]): ModelRange => {
    const one = candidates[below(candidates.length)] ?? 0n
    const other = below(3) === 0 ? one : (candidates[below(candidates.length)] ?? 0n)
    return { list: below(lists), first: one < other ? one : other, last: one < other ? other : one }
  }
  const v4Points = points.v4.map(BigInt)
  const v4 = Array.from({ length: below(25) }, () => draw(v4Points))
  const v6 = Array.from({ length: below(25) }, () => draw(points.v6))
  const set = createRangeSet(
    compileRanges(
      Array.from({ length: lists }, (_, list) => {
        const own = (ranges: readonly ModelRange[]) => ranges.filter((range) => range.list === list)
        const ranges = {
          v4: Uint32Array.from(own(v4).flatMap(({ first, last }) => [Number(first), Number(last)])),
          v6: Uint32Array.from(own(v6).flatMap(({ first, last }) => [...wordsOf(first), ...wordsOf(last)])),
        }
        return aList([], { feed: String(list), part: { ranges } })
      }),
    ),
  )
  const answer = (address: Parameters<typeof set.lookup>[0]) =>
    (set.lookup(address) ?? []).map(({ feed, exact }) => [Number(feed), exact])
  const seen = (found: readonly (readonly (number | boolean)[])[]) =>
    [...found].sort((a, b) => Number(a[0]) - Number(b[0]))
  for (const word of points.v4) {
    expect([word, seen(answer({ version: 4, word }))]).toEqual([word, expected(v4, BigInt(word))])
  }
  for (const value of points.v6) {
    expect([value, seen(answer({ version: 6, words: wordsOf(value) }))]).toEqual([value, expected(v6, value)])
  }
})

it('knows what its arrays take', () => {
  const { compiled, bytes } = createRangeSet(compileRanges([aList(['192.0.2.1', '2001:db8::1'])]))
  // Three segments of 4 + 2 and 16 + 2 bytes, the index, two sets and three offsets.
  expect([compiled.table.v4.values.length, bytes]).toEqual([3, 3 * 6 + 3 * 18 + 65537 * 4 + 4 + 3 * 4])
})

it('keeps IPv4 and IPv6 apart', () => {
  const { lookup } = createRangeSet(compileRanges([aList(['192.0.2.1'])]))
  expect([lookup(addressOf('192.0.2.1'))?.length, lookup(addressOf('::c000:201'))]).toEqual([1, undefined])
})
