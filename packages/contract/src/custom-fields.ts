import { isObject } from './decoder.ts'
import { utf8Length } from './utf8-length.ts'

/** How many fields an event keeps: the first in the order of their keys. */
const FIELDS_MAX = 50

/** A page that sends more than this has lost its mind: none is looked at, so that nobody can make us sort a megabyte. */
const FIELDS_READ_MAX = 1000

/** Letters, digits and four marks: what a column name or a search needs no quoting for. One byte each, at most 40. */
const KEY = /^[A-Za-z0-9_.:-]{1,40}$/

/** For a label or an amount; not for documents. */
const VALUE_BYTES_MAX = 500

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be found.
const CONTROL = /[\u0000-\u001f]/

/** The page's own keys and values that were good, and how many were not. */
export interface CustomFields {
  readonly fields: Readonly<Record<string, string>>
  readonly fieldsRejected: number
}

/**
 * Reads the page's own fields one by one: a bad one is left out and counted, and the visit is kept whatever they are.
 * Numbers and booleans become text; objects, lists and null are bad. What is no map at all counts as one bad field.
 */
export function decodeCustomFields(sent: unknown): CustomFields {
  if (sent === undefined) return { fields: {}, fieldsRejected: 0 }
  if (!isObject(sent)) return { fields: {}, fieldsRejected: 1 }
  const keys = Object.keys(sent)
  if (keys.length > FIELDS_READ_MAX) return { fields: {}, fieldsRejected: keys.length }
  const good: [string, string][] = []
  for (const key of keys.sort()) {
    const value = asText(sent[key])
    if (good.length < FIELDS_MAX && KEY.test(key) && isGood(value)) good.push([key, value])
  }
  // `fromEntries` defines own properties, so a key named `__proto__` stays plain data.
  return { fields: Object.fromEntries(good), fieldsRejected: keys.length - good.length }
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** The length in UTF-16 units is looked at first, because counting the bytes of a megabyte takes its time. */
const isGood = (value: string): boolean =>
  value !== '' && value.length <= VALUE_BYTES_MAX && !CONTROL.test(value) && utf8Length(value) <= VALUE_BYTES_MAX
