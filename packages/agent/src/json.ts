/**
 * Writes plain data as JSON. Our own, because pages with an old Prototype.js put a `toJSON` on Array.prototype and
 * String.prototype, with which JSON.stringify writes lists as quoted strings. Anything that is not plain data, or is
 * deeper than `depth`, throws: a page that hands out its document as a "platform" must not hang us.
 */
export function toJson(value: unknown, depth: number): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'boolean' || value === null || Number.isFinite(value)) return `${value}`
  if (typeof value === 'number') return 'null'
  if (depth > 0 && Array.isArray(value)) return `[${value.map((item) => toJson(item, depth - 1)).join()}]`
  const kind = depth > 0 && typeof value === 'object' && Object.getPrototypeOf(value)
  if (kind !== Object.prototype && kind !== null) throw new TypeError('no JSON')
  const fields = Object.entries<unknown>(Object(value)).filter(([, field]) => field !== undefined)
  return `{${fields.map(([name, field]) => `${quoted(name)}:${toJson(field, depth - 1)}`).join()}}`
}

const quoted = (text: string): string => `"${text.replace(UNSAFE, escaped)}"`

/** What may not stand in a JSON string as it is: https://www.rfc-editor.org/rfc/rfc8259#section-7 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be found.
const UNSAFE = /["\\\u0000-\u001f]/g

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
