import type { EntryCollector } from './collect-entries.ts'
import { csvField } from './csv-field.ts'
import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import type { RangeSink } from './range-builder.ts'
import { ownCopy } from './shorten.ts'
import { textLines } from './text-lines.ts'

/** Names a list may give its lines; the lines of further ones name nobody, because every name is a part to compile. */
export const PROVIDERS_MAX = 64

/** Longer names are cut: they stand in events and on pages. */
const PROVIDER_CHARS_MAX = 60

/**
 * `csv_column` and `geofeed` (RFC 8805, whose prefixes are column 0): an address, a block or `first-last` in one column of
 * CSV. Lines that begin with `#`, `;` or `*` are comments.
 */
export const parseCsvColumn: ParseText = (text, entries, { column = 0, providerColumn, header = false }) => {
  const partOf = providerColumn === undefined ? onePart(entries) : partByProvider(entries, providerColumn)
  let isHeader = header
  textLines(text, (from, to) => {
    if ('#;*'.includes(text.charAt(from))) return
    if (isHeader) {
      isHeader = false
      return
    }
    const field = csvField(text, from, to, column)
    const isUnderstood = field !== undefined && parseRange(text, field.from, field.to, partOf(text, from, to))
    entries.note(isUnderstood, text, from, to)
  })
}

type PartOf = (text: string, from: number, to: number) => RangeSink

function onePart(entries: EntryCollector): PartOf {
  const part = entries.part()
  return () => part
}

function partByProvider(entries: EntryCollector, column: number): PartOf {
  const nameless = entries.part()
  const parts = new Map<string, RangeSink>()
  return (text, from, to) => {
    const field = csvField(text, from, to, column)
    const provider = field === undefined ? '' : providerName(text.slice(field.from, field.to))
    const known = parts.get(provider)
    if (known !== undefined) return known
    if (provider === '' || parts.size === PROVIDERS_MAX) return nameless
    const name = ownCopy(provider)
    const part = entries.part({ provider: name })
    parts.set(name, part)
    return part
  }
}

function providerName(field: string): string {
  return field.slice(0, PROVIDER_CHARS_MAX).replaceAll('""', '"').replace(/\p{C}/gu, '').trim()
}
