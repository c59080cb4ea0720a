import type { EntryCollector } from './collect-entries.ts'
import { csvField } from './csv-field.ts'
import { parseCsvColumn } from './parse-csv-column.ts'
import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import type { RangeSink } from './range-builder.ts'
import { textLines } from './text-lines.ts'

const COUNTRY_COLUMN = 1

/** ISO 3166-1 has 249; the lines of further ones say no country, because every country is a part to compile. */
const COUNTRIES_MAX = 256

/**
 * `geofeed` (RFC 8805): prefix, country, region, city, postal code. Only the prefixes are read, and with `countries` the second
 * column. Lines that begin with `#` are comments.
 */
export const parseGeofeed: ParseText = (text, entries, { countries = false }) => {
  if (!countries) return parseCsvColumn(text, entries, {})
  const partOf = partByCountry(entries)
  textLines(text, (from, to) => {
    if (text.startsWith('#', from)) return
    const prefix = csvField(text, from, to, 0)
    const isUnderstood = prefix !== undefined && parseRange(text, prefix.from, prefix.to, partOf(text, from, to))
    entries.note(isUnderstood, text, from, to)
  })
}

function partByCountry(entries: EntryCollector): (text: string, from: number, to: number) => RangeSink {
  const unsaid = entries.part()
  const parts = new Map<string, RangeSink>()
  return (text, from, to) => {
    const field = csvField(text, from, to, COUNTRY_COLUMN)
    if (field === undefined || field.to - field.from !== 2) return unsaid
    const country = text.slice(field.from, field.to).toUpperCase()
    const known = parts.get(country)
    if (known !== undefined) return known
    if (!/^[A-Z]{2}$/.test(country) || parts.size === COUNTRIES_MAX) return unsaid
    const part = entries.part({ country })
    parts.set(country, part)
    return part
  }
}
