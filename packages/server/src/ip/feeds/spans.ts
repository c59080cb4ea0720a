import type { AddressRanges } from '../list-parts.ts'
import { type Address, parseAddress } from '../parse-address.ts'

/** Addresses of one family from the first to the last, both included. */
export interface Span {
  readonly first: bigint
  readonly last: bigint
}

/** Spans of both families. Sorted and apart from each other where a function says so. */
export interface Spans {
  readonly v4: readonly Span[]
  readonly v6: readonly Span[]
}

/** Everything that some ranges cover, sorted, each address once. */
export const coveredBy = (all: readonly AddressRanges[]): Spans => ({
  v4: merge(all.flatMap(({ v4 }) => spansOfV4(v4))),
  v6: merge(all.flatMap(({ v6 }) => spansOfV6(v6))),
})

/** The span of a CIDR or an address. Throws when the text is neither: such texts are written by us. */
export function spanOf(cidr: string): { readonly version: 4 | 6; readonly span: Span } {
  const [text = '', length] = cidr.split('/')
  const address = parseAddress(text)
  if (address === undefined) throw new Error(`"${cidr}" is no network.`)
  const bits = address.version === 4 ? 32 : 128
  const free = BigInt(bits - (length === undefined ? bits : Number(length)))
  const first = (numberOf(address) >> free) << free
  return { version: address.version, span: { first, last: first + (1n << free) - 1n } }
}

/** CIDRs as spans, sorted and merged. */
export function spansOf(cidrs: readonly string[]): Spans {
  const all = cidrs.map(spanOf)
  const ofVersion = (wanted: 4 | 6) => all.filter(({ version }) => version === wanted).map(({ span }) => span)
  return { v4: merge(ofVersion(4)), v6: merge(ofVersion(6)) }
}

export const spansOfV4 = (words: Uint32Array): Span[] =>
  Array.from({ length: words.length >> 1 }, (_, at) => ({
    first: BigInt(words[2 * at] ?? 0),
    last: BigInt(words[2 * at + 1] ?? 0),
  }))

export const spansOfV6 = (words: Uint32Array): Span[] =>
  Array.from({ length: words.length >> 3 }, (_, at) => ({ first: wide(words, 8 * at), last: wide(words, 8 * at + 4) }))

/** The other way round, as lists are kept. */
export const rangesOf = ({ v4, v6 }: Spans): AddressRanges => ({
  v4: Uint32Array.from(v4.flatMap(({ first, last }) => [Number(first), Number(last)])),
  v6: Uint32Array.from(v6.flatMap(({ first, last }) => [...wordsOf(first), ...wordsOf(last)])),
})

const byFirst = (a: Span, b: Span): number => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)

/** Sorted; what overlaps or touches is one. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: { first: bigint; last: bigint }[] = []
  for (const { first, last } of spans.toSorted(byFirst)) {
    const before = merged.at(-1)
    if (before !== undefined && first <= before.last + 1n) before.last = last > before.last ? last : before.last
    else merged.push({ first, last })
  }
  return merged
}

/** What is in both; both are merged. */
export function intersect(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = []
  let at = 0
  for (const { first, last } of a) {
    while ((b[at]?.last ?? last) < first) at++
    for (let next = at; next < b.length; next++) {
      const other = b[next]
      if (other === undefined || other.first > last) break
      common.push({ first: larger(first, other.first), last: smaller(last, other.last) })
    }
  }
  return common
}

/** How many addresses merged spans have. */
export const sizeOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { first, last }) => sum + Number(last - first + 1n), 0)

/** Whether merged spans have any address of another. */
export function touches(merged: readonly Span[], { first, last }: Span): boolean {
  const found = merged[firstTouching(merged, first)]
  return found !== undefined && found.first <= last
}

/** The place of the first merged span that does not end before the address. */
function firstTouching(merged: readonly Span[], address: bigint): number {
  let [low, high] = [0, merged.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((merged[middle]?.last ?? address) < address) low = middle + 1
    else high = middle
  }
  return low
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)

const numberOf = (address: Address): bigint =>
  address.version === 4 ? BigInt(address.word) : wide(Uint32Array.from(address.words), 0)

function wide(words: Uint32Array, at: number): bigint {
  const word = (index: number): bigint => BigInt(words[at + index] ?? 0)
  return (word(0) << 96n) | (word(1) << 64n) | (word(2) << 32n) | word(3)
}

const wordsOf = (value: bigint): number[] => [96n, 64n, 32n, 0n].map((shift) => Number((value >> shift) & 0xffffffffn))
