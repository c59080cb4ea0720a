import type { ListPart, ParsedList } from '../src/ip/list-parts.ts'
import { type ParserName, parseList } from '../src/ip/parse/parse-list.ts'
import type { ParseOptions } from '../src/ip/parse/parse-options.ts'

/** Reads a list out of text, and shows it as text. */
export function readList(name: ParserName, text: string, options?: ParseOptions) {
  return showList(parseList(name, Buffer.from(text), options))
}

/** A parsed list with ranges as people write them. */
export function showList({ parts, ...counts }: ParsedList) {
  return { ...counts, parts: parts.map(({ ranges, ...label }) => ({ ...label, ranges: showRanges({ ranges }) })) }
}

/** The ranges of a part as `first-last`, or as one address; IPv4 first. */
export function showRanges({ ranges: { v4, v6 } }: Pick<ListPart, 'ranges'>): readonly string[] {
  const shown: string[] = []
  for (let at = 0; at < v4.length; at += 2) shown.push(showSpan(showIpv4(v4[at] ?? 0), showIpv4(v4[at + 1] ?? 0)))
  for (let at = 0; at < v6.length; at += 8) {
    shown.push(showSpan(showIpv6(v6.subarray(at, at + 4)), showIpv6(v6.subarray(at + 4, at + 8))))
  }
  return shown
}

/** Four words as the shortest spelling of an address. */
export function showIpv6(words: Uint32Array): string {
  const groups = [...words].flatMap((word) => [(word >>> 16).toString(16), (word & 0xffff).toString(16)])
  return new URL(`http://[${groups.join(':')}]/`).hostname.slice(1, -1)
}

function showIpv4(word: number): string {
  return [24, 16, 8, 0].map((bits) => (word >>> bits) & 255).join('.')
}

function showSpan(first: string, last: string): string {
  return first === last ? first : `${first}-${last}`
}
