import { parseRange, parseSpan } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import { textLines } from './text-lines.ts'

const BLANK = 32
const HASH = 35
const DASH = 45
const SLASH = 47
const SEMICOLON = 59

/** FireHOL's header, e.g. `# Entries : 4494 subnets, 612000000 unique IPs` (2026-09): the first number is that of the lines. */
const ENTRIES_LINE = /^#\s{0,20}Entries\s{0,20}:\s{0,20}(\d{1,9})\b/

/**
 * `plain`: an address, a block or `first-last` on each line. `#`, `;` and `//` begin a comment, on a line of its own or behind an
 * entry; other text behind an entry, after a blank, is left out.
 */
export const parsePlain: ParseText = (text, entries) => {
  const part = entries.part()
  textLines(text, (from, to) => {
    if (isComment(text, from)) {
      const announced = ENTRIES_LINE.exec(text.slice(from, Math.min(to, from + 80)))
      if (announced !== null) entries.announce(Number(announced[1]))
      return
    }
    const end = entryEnd(text, from, to)
    const dashAt = skipBlanks(text, end, to)
    if (text.charCodeAt(dashAt) === DASH && dashAt < to) {
      const lastFrom = skipBlanks(text, dashAt + 1, to)
      const lastTo = entryEnd(text, lastFrom, to)
      if (parseSpan(text, from, end, lastFrom, lastTo, part)) return entries.note(true, text, from, to)
    }
    entries.note(parseRange(text, from, end, part), text, from, to)
  })
}

/** Whether a comment begins here. */
function isComment(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === HASH || code === SEMICOLON || (code === SLASH && text.charCodeAt(at + 1) === SLASH)
}

function entryEnd(text: string, from: number, to: number): number {
  let at = from
  while (at < to && text.charCodeAt(at) > BLANK && !isComment(text, at)) at++
  return at
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from
  while (at < to && text.charCodeAt(at) <= BLANK) at++
  return at
}
