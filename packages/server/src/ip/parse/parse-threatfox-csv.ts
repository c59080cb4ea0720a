import { csvField } from './csv-field.ts'
import { endpointAddress } from './endpoint-address.ts'
import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import { textLines } from './text-lines.ts'

const VALUE_COLUMN = 2
const KIND_COLUMN = 3

/** The last line of an export, e.g. `# Number of entries: 1203`. */
const ENTRIES_LINE = /^# Number of entries: (\d{1,9})\b/

/**
 * `threatfox_csv`: an export of abuse.ch ThreatFox (2026-09): quoted columns, the third the indicator, the fourth its kind. Only
 * the kind `ip:port` holds addresses; domains, URLs and hashes are left out, neither accepted nor rejected.
 */
export const parseThreatfoxCsv: ParseText = (text, entries) => {
  const part = entries.part()
  let others = 0
  let announced: number | undefined
  textLines(text, (from, to) => {
    if (text.startsWith('#', from)) {
      const [, count] = ENTRIES_LINE.exec(text.slice(from, Math.min(to, from + 80))) ?? []
      if (count !== undefined) announced = Number(count)
      return
    }
    const kind = csvField(text, from, to, KIND_COLUMN)
    const value = csvField(text, from, to, VALUE_COLUMN)
    if (kind === undefined || value === undefined) return entries.note(false, text, from, to)
    if (text.slice(kind.from, kind.to) !== 'ip:port') {
      others++
      return
    }
    const address = endpointAddress(text, value.from, value.to)
    entries.note(address !== undefined && parseRange(text, address.from, address.to, part), text, from, to)
  })
  // The file counts all kinds, so the number says something of addresses only where there are no others.
  if (announced !== undefined && others === 0) entries.announce(announced)
}
