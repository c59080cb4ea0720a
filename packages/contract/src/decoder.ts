/**
 * Decoders turn hostile input into typed values. They guard shape and size; whether a value is plausible is for
 * detectors to say.
 */

/** The answer for a value of the wrong shape or size. A symbol, so that no decoded value can be mistaken for it. */
export const INVALID: unique symbol = Symbol('invalid')

/** Reads one value. Never throws; unknown keys of objects are left out of the result. */
export type Decoder<T> = (input: unknown) => T | typeof INVALID

/** The type that a decoder yields. */
export type Decoded<D> = D extends Decoder<infer T> ? T : never

/** A whole number between `min` and `max`, both included. */
export const int =
  (min: number, max: number): Decoder<number> =>
  (input) =>
    Number.isInteger(input) && (input as number) >= min && (input as number) <= max ? (input as number) : INVALID

/** A finite number between `min` and `max`, both included. */
export const num =
  (min: number, max: number): Decoder<number> =>
  (input) =>
    typeof input === 'number' && input >= min && input <= max ? input : INVALID

/** A string of at most `lengthMax` UTF-16 units. */
export const text =
  (lengthMax: number): Decoder<string> =>
  (input) =>
    typeof input === 'string' && input.length <= lengthMax ? input : INVALID

/** True or false, nothing that merely looks like it. */
export const bool: Decoder<boolean> = (input) => (typeof input === 'boolean' ? input : INVALID)

/** One of the given strings. */
export const oneOf =
  <const T extends string>(...allowed: readonly T[]): Decoder<T> =>
  (input) =>
    allowed.includes(input as T) ? (input as T) : INVALID

/** An array of at most `lengthMax` items, each of which must decode. */
export const list =
  <T>(item: Decoder<T>, lengthMax: number): Decoder<readonly T[]> =>
  (input) => {
    if (!Array.isArray(input) || input.length > lengthMax) return INVALID
    const out: T[] = []
    for (const entry of input) {
      const value = item(entry)
      if (value === INVALID) return INVALID
      out.push(value)
    }
    return out
  }

/** A string-keyed map of at most `keysMax` entries with keys of at most 64 UTF-16 units. */
export const dict =
  <T>(item: Decoder<T>, keysMax: number): Decoder<Readonly<Record<string, T>>> =>
  (input) => {
    if (!isObject(input)) return INVALID
    const keys = Object.keys(input)
    if (keys.length > keysMax) return INVALID
    const out: [string, T][] = []
    for (const key of keys) {
      const value = item(input[key])
      if (value === INVALID || key.length > DICT_KEY_LENGTH_MAX) return INVALID
      out.push([key, value])
    }
    // `fromEntries` defines own properties, so a key named `__proto__` stays plain data.
    return Object.fromEntries(out)
  }

/** The longest constant name of WebGL 2 has 46 characters; nothing we read is named at greater length. */
const DICT_KEY_LENGTH_MAX = 64

/** Either of two shapes; the first that decodes wins. */
export const either =
  <A, B>(first: Decoder<A>, second: Decoder<B>): Decoder<A | B> =>
  (input) => {
    const value = first(input)
    return value === INVALID ? second(input) : value
  }

/** Null, or what `item` decodes. */
export const nullable =
  <T>(item: Decoder<T>): Decoder<T | null> =>
  (input) =>
    input === null ? null : item(input)

type Fields = Readonly<Record<string, Decoder<unknown>>>
type Shape<R extends Fields, O extends Fields> = { readonly [K in keyof R]: Decoded<R[K]> } & {
  readonly [K in keyof O]?: Decoded<O[K]>
}

/** An object with all `required` keys, and those of `optional` that are present. Other keys are dropped. */
export const shape = <R extends Fields, O extends Fields = Record<never, never>>(
  required: R,
  optional?: O,
): Decoder<Shape<R, O>> => {
  const needed = Object.entries(required)
  const wanted = Object.entries(optional ?? {})
  return (input) => {
    if (!isObject(input)) return INVALID
    const out: Record<string, unknown> = {}
    for (const [key, decode] of needed) {
      const value = decode(input[key])
      if (value === INVALID) return INVALID
      out[key] = value
    }
    for (const [key, decode] of wanted) {
      if (input[key] === undefined) continue
      const value = decode(input[key])
      if (value === INVALID) return INVALID
      out[key] = value
    }
    // The loops above filled exactly the declared keys, each with its decoder's value.
    return out as Shape<R, O>
  }
}

/** A JSON object: not null, not an array. */
export const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)
