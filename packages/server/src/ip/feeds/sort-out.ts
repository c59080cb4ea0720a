import type { ListPart } from '../list-parts.ts'
import { merge, rangesOf, type Span, spansOfV4, spansOfV6, touches } from './spans.ts'
import { specialSpace } from './special-space.ts'

/** The parts without strays, and how many entries were kept and left out. */
export interface SortedOut {
  readonly parts: readonly ListPart[]
  readonly kept: number
  /** Left out as private, reserved or documentation space. */
  readonly special: number
  /** Left out as networks too large to be true. */
  readonly short: number
}

/** The largest networks that are believed: a /8 of IPv4, a /19 of IPv6 (the largest block one owner has, 2003::/19). */
const SIZE_MAX = { v4: 1n << 24n, v6: 1n << 109n } as const

/** Leaves out what no public list may have, and what the list says twice. */
export function sortOut(parts: readonly ListPart[], specialSpaceAllowed: boolean): SortedOut {
  const counts = { kept: 0, special: 0, short: 0 }
  const sift = (spans: readonly Span[], family: 'v4' | 'v6'): Span[] =>
    tidy(
      spans.filter((span) => {
        const isShort = span.last - span.first >= SIZE_MAX[family]
        const isSpecial = !specialSpaceAllowed && touches(specialSpace[family], span)
        counts[isShort ? 'short' : isSpecial ? 'special' : 'kept']++
        return !isShort && !isSpecial
      }),
    )
  const sorted = parts.map((part) => ({
    ...part,
    ranges: rangesOf({ v4: sift(spansOfV4(part.ranges.v4), 'v4'), v6: sift(spansOfV6(part.ranges.v6), 'v6') }),
  }))
  return { parts: sorted, ...counts }
}

/** Single addresses stay single, also beside and inside ranges: that a list names an address itself is stronger evidence. */
function tidy(spans: readonly Span[]): Span[] {
  const singles = new Set(spans.filter(isSingle).map(({ first }) => first))
  return [
    ...merge(spans.filter((span) => !isSingle(span))),
    ...Array.from(singles, (first): Span => ({ first, last: first })),
  ]
}

const isSingle = ({ first, last }: Span): boolean => first === last
