import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import { textLines } from './text-lines.ts'

/** What else an exit list says (format TorDNSEL, https://2019.www.torproject.org/tordnsel/exitlist-spec.txt). */
const OTHER_LINE = /^(?:ExitNode|Published|LastStatus|Downloaded|@type)\s/

const ADDRESS_LINE = /^ExitAddress\s+(\S+)/

/** The longest part of a line looked at: the keyword, an address and a time. */
const LINE_CHARS_MAX = 120

/** `tor_exit_addresses`: blocks of `ExitNode`, `Published`, `LastStatus` and one or more `ExitAddress <address> <time>`. */
export const parseTorExitAddresses: ParseText = (text, entries) => {
  const part = entries.part()
  textLines(text, (from, to) => {
    const line = text.slice(from, Math.min(to, from + LINE_CHARS_MAX))
    if (OTHER_LINE.test(line)) return
    const [, address = ''] = ADDRESS_LINE.exec(line) ?? []
    entries.note(parseRange(address, 0, address.length, part), text, from, to)
  })
}
