import { csvField } from './csv-field.ts'
import { endpointAddress } from './endpoint-address.ts'
import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import { textLines } from './text-lines.ts'

const VALUE_COLUMN = 2
const KIND_COLUMN = 3
const CONFIDENCE_COLUMN = 9

/**
 * How sure a reporter is, 0 to 100; who says nothing is given 50 (abuse.ch's own example of a report, read in November 2026).
 * Such entries are left out: an accusation needs somebody who stands by it. Chosen by hand.
 */
const CONFIDENCE_MIN = 75

/** The last line of an export, e.g. `# Number of entries: 1203`. */
const ENTRIES_LINE = /^# Number of entries: (\d{1,9})\b/

/**
 * `threatfox_csv`: an export of abuse.ch ThreatFox (2026-09): quoted columns, the third the indicator, the fourth its kind. Only
 * the kind `ip:port` holds addresses; domains, URLs and hashes are left out, neither accepted nor rejected, and so is what its
 * reporter is not sure of: the tenth column, a number in all exports of 2021 to 2026. A file without that column says nothing of it.
 */
export const parseThreatfoxCsv: ParseText = (text, entries) => {
  const part = entries.part()
  let leftOut = 0
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
      leftOut++
      return
    }
    const confidence = csvField(text, from, to, CONFIDENCE_COLUMN)
    const level = confidence && text.slice(confidence.from, confidence.to)
    if (level !== undefined && !/^\d{1,3}$/.test(level)) return entries.note(false, text, from, to)
    if (Number(level ?? 100) < CONFIDENCE_MIN) {
      leftOut++
      return
    }
    const address = endpointAddress(text, value.from, value.to)
    entries.note(address !== undefined && parseRange(text, address.from, address.to, part), text, from, to)
  })
  // The file counts all of its lines; a file that was cut off has no such line, or fewer entries than it says.
  if (announced !== undefined) entries.announce(announced - leftOut)
}
