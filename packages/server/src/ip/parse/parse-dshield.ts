import { parseSpan } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import { textLines } from './text-lines.ts'

/**
 * `dshield`: the recommended block list, https://feeds.dshield.org/block.txt (2026-07): start, end, prefix, attacks, name, country
 * and e-mail, parted by tabs, under a line with their names. Start and end count; the prefix says the same.
 */
export const parseDshield: ParseText = (text, entries) => {
  const part = entries.part()
  textLines(text, (from, to) => {
    if (text.startsWith('#', from) || text.startsWith('Start\t', from)) return
    const firstTo = tabAfter(text, from, to)
    const lastTo = tabAfter(text, firstTo + 1, to)
    entries.note(parseSpan(text, from, firstTo, firstTo + 1, lastTo, part), text, from, to)
  })
}

function tabAfter(text: string, from: number, to: number): number {
  let at = from
  while (at < to && text.charCodeAt(at) !== 9) at++
  return Math.min(at, to)
}
