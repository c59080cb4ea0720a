import { isRecord, showValue } from './json-values.ts'
import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import { textLines } from './text-lines.ts'

/**
 * `spamhaus_jsonl`: a DROP list (2026-09): on each line an object with `cidr`, and last one of the type `metadata` whose `records`
 * is how many there were. `asndrop.json` has AS numbers instead of blocks and is not of this format.
 */
export const parseSpamhausJsonl: ParseText = (text, entries) => {
  const part = entries.part()
  textLines(text, (from, to) => {
    const record = parseLine(text.slice(from, to))
    if (!isRecord(record)) return entries.note(false, text, from, to)
    if (record['type'] === 'metadata') {
      const records = record['records']
      if (typeof records === 'number' && Number.isSafeInteger(records) && records >= 0) entries.announce(records)
      return
    }
    const cidr = record['cidr']
    if (typeof cidr !== 'string') return entries.reject(`cidr: ${showValue(cidr)}`)
    entries.note(parseRange(cidr, 0, cidr.length, part), text, from, to)
  })
}

/** Undefined: the line is no JSON. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
