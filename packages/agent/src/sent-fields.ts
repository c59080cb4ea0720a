/** What travels: scalars as they are, null for anything that is none. Null alone: what was given is no map. */
export type SentFields = { readonly [key: string]: unknown } | null

/** The server keeps 50. What goes beyond twice that is a mistake of the page, and would spoil the payload. */
const FIELDS_MAX = 100

/** The server takes keys of 40 and values of 500 bytes: one more is enough for it to see that they are too long. */
const KEY_LENGTH_MAX = 41
const VALUE_LENGTH_MAX = 501

/**
 * Makes a page's own fields fit to travel. The server judges them, so that a bad one is counted and costs nothing else;
 * here they are only kept from making a payload that it would refuse as a whole.
 */
export function sentFields(fields: unknown): SentFields {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null
  const first = Object.entries(fields).sort().slice(0, FIELDS_MAX)
  return Object.fromEntries(first.map(([key, value]) => [key.slice(0, KEY_LENGTH_MAX), sentValue(value)]))
}

function sentValue(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, VALUE_LENGTH_MAX)
  return typeof value === 'boolean' || Number.isFinite(value) ? value : null
}
