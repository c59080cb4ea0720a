import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import type { RangeSink } from './range-builder.ts'
import { textLines } from './text-lines.ts'

/**
 * Larger counts become this one, so that a list has at most so many parts. IPsum, the list of this format, counts over some 30
 * sources, and its highest count was 10 in August 2026.
 */
export const COUNT_MAX = 50

/** The longest line looked at: 43 characters of a block, and a count. */
const LINE_CHARS_MAX = 100

/** `counted`: an address or block, blanks, and by how many sources it is named. `#` begins a comment. */
export const parseCounted: ParseText = (text, entries) => {
  const parts = new Map<number, RangeSink>()
  textLines(text, (from, to) => {
    if (text.startsWith('#', from)) return
    const [, entry = '', digits = ''] =
      /^(\S+)\s+(\d{1,9})$/.exec(text.slice(from, Math.min(to, from + LINE_CHARS_MAX))) ?? []
    const count = Math.min(Number(digits), COUNT_MAX)
    if (count === 0) return entries.note(false, text, from, to)
    const part = parts.get(count) ?? entries.part({ count })
    parts.set(count, part)
    entries.note(parseRange(entry, 0, entry.length, part), text, from, to)
  })
}
