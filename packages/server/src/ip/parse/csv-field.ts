const COMMA = 44
const QUOTE = 34
const BLANK = 32

/** Where a field stands in its text, without its quotes and the blanks around it. */
export interface FieldBounds {
  readonly from: number
  readonly to: number
}

/**
 * Finds a field, counted from 0, in the CSV line between two positions. Quotes may stand around it, and blanks before them.
 * Undefined: the line has fewer fields, or a quote is never closed. Quotes inside a quoted field stay doubled.
 */
export function csvField(text: string, from: number, to: number, column: number): FieldBounds | undefined {
  let at = from
  for (let field = 0; ; field++) {
    while (at < to && text.charCodeAt(at) <= BLANK) at++
    const isQuoted = at < to && text.charCodeAt(at) === QUOTE
    const start = isQuoted ? at + 1 : at
    const closedAt = isQuoted ? closingQuote(text, start, to) : undefined
    if (isQuoted && closedAt === undefined) return
    at = closedAt ?? at
    while (at < to && text.charCodeAt(at) !== COMMA) at++
    if (field === column) return { from: start, to: closedAt ?? trimmedEnd(text, start, at) }
    if (at >= to) return
    at++
  }
}

function closingQuote(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue
    if (at + 1 < to && text.charCodeAt(at + 1) === QUOTE) at++
    else return at
  }
  return
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && text.charCodeAt(end - 1) <= BLANK) end--
  return end
}
