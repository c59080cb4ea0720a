/** An object of parsed JSON, by its own keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value of foreign JSON in a word, for the operator: text and numbers themselves, of the rest only what they are. */
export function showValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object'
    case 'undefined':
      return 'nothing'
    default:
      return String(value)
  }
}

/** The steps of a path such as `values[].properties.ranges[]`: names, `[]` for each of a list, `{}` for each of an object. */
export type JsonPath = readonly string[]

/** Cuts a path into its steps; `[]` or `{}` alone begin at the root. */
export function jsonPath(path: string): JsonPath {
  return path.split('.').flatMap((part) => {
    const name = part.replace(/(?:\[\]|\{\})+$/, '')
    const each = part.slice(name.length).match(/\[\]|\{\}/g) ?? []
    return name === '' ? each : [name, ...each]
  })
}

/** The path as it was written. */
export function showPath(path: JsonPath): string {
  return path.join('.').replace(/\.(\[\]|\{\})/g, '$1')
}

/** The values at a path. Where the JSON is shaped otherwise, there are none. Only own keys count, `__proto__` like any other. */
export function* valuesAt(value: unknown, path: JsonPath, depth = 0): Generator<unknown> {
  const step = path[depth]
  if (step === undefined) {
    if (value !== undefined && value !== null) yield value
  } else if (step === '[]') {
    if (Array.isArray(value)) for (const item of value) yield* valuesAt(item, path, depth + 1)
  } else if (isRecord(value)) {
    if (step === '{}') for (const item of Object.values(value)) yield* valuesAt(item, path, depth + 1)
    else if (Object.hasOwn(value, step)) yield* valuesAt(value[step], path, depth + 1)
  }
}

/** Whether the JSON is shaped like the path up to its first list or object of entries: that it has none yet does not matter. */
export function hasShape(root: unknown, path: JsonPath): boolean {
  let value = root
  for (const step of path) {
    if (step === '[]') return Array.isArray(value)
    if (!isRecord(value)) return false
    if (step === '{}') return true
    if (!Object.hasOwn(value, step)) return false
    value = value[step]
  }
  return true
}
