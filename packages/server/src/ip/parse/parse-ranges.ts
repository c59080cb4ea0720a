import { parseRange, parseSpan } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import { textLines } from './text-lines.ts'

/** The longest part of a line looked at: two addresses and what parts them. */
const LINE_CHARS_MAX = 120

/** `ranges`: first and last address on each line, parted by a dash, comma, semicolon or blanks; single ones and blocks too. */
export const parseRanges: ParseText = (text, entries) => {
  const part = entries.part()
  textLines(text, (from, to) => {
    if (text.startsWith('#', from)) return
    const line = text.slice(from, Math.min(to, from + LINE_CHARS_MAX))
    const [, first = '', last = ''] = /^"?([\d.:a-f]+)"?(?:\s*[-,;]\s*|\s+)"?([\d.:a-f]+)(?![^\s",;])/i.exec(line) ?? []
    const pair = `${first}-${last}`
    const isPair = first !== '' && parseSpan(pair, 0, first.length, first.length + 1, pair.length, part)
    entries.note(isPair || parseRange(text, from, to, part), text, from, to)
  })
}
