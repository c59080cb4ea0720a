import type { MmdbRecord } from './mmdb.ts'

/** The first of these fields that a record has; a dot leads into a map, or by number into a list. */
export function fieldAt(record: MmdbRecord, ...paths: readonly string[]): unknown {
  for (const path of paths) {
    const value = into(record, stepsOf(path))
    if (value !== undefined) return value
  }
  return undefined
}

/** Longer texts are no names; whatever they are, they need not be stored with every event. */
const TEXT_CHARS_MAX = 256

/** The first of these fields that is a text and not empty. */
export function textAt(record: MmdbRecord, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    const value = fieldAt(record, path)
    if (typeof value === 'string' && value !== '' && value.length <= TEXT_CHARS_MAX) return value
  }
  return null
}

/** The first of these fields that is a finite number, or the text of one, as older files have it. */
export function numberAt(record: MmdbRecord, ...paths: readonly string[]): number | null {
  for (const path of paths) {
    const value = fieldAt(record, path)
    const number = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value
    if (typeof number === 'number' && Number.isFinite(number)) return number
  }
  return null
}

/** Whether one of these fields is true, or the text `true`, as older files have it. */
export const isTrueAt = (record: MmdbRecord, ...paths: readonly string[]): boolean =>
  paths.some((path) => {
    const value = fieldAt(record, path)
    return value === true || value === 'true'
  })

function into(record: MmdbRecord, steps: readonly string[]): unknown {
  let at: unknown = record
  for (const step of steps) at = ownField(at, step)
  return at
}

/** The program knows some sixty paths, and asks for each with every record. */
const stepsByPath = new Map<string, readonly string[]>()

function stepsOf(path: string): readonly string[] {
  const known = stepsByPath.get(path)
  if (known !== undefined) return known
  const steps = path.split('.')
  stepsByPath.set(path, steps)
  return steps
}

/** A record may not lend a field from its prototype. */
function ownField(at: unknown, name: string): unknown {
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
  // The line before has seen that the field is there; nothing is claimed of its value.
  return (at as Readonly<Record<string, unknown>>)[name]
}
