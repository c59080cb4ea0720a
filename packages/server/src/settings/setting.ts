/** One setting: its variable, its default, what it means, and how its text becomes a value. */
export interface Setting<T> {
  /** The environment variable. */
  readonly name: string
  readonly fallback: string
  /** For the manual, which lists every setting: full sentences. */
  readonly meaning: string
  /** The value, or what is wrong, to be read after the variable's name. */
  readonly parse: (text: string) => Parsed<T>
}

/** A value, or the end of the sentence that says what is wrong with the text. */
export type Parsed<T> = { readonly value: T } | { readonly wrong: string }

/** Declares a setting. */
export const setting = <T>(
  name: string,
  fallback: string,
  meaning: string,
  parse: (text: string) => Parsed<T>,
): Setting<T> => ({ name, fallback, meaning, parse })

/** One of the given words. */
export const oneOf =
  <const T extends string>(...allowed: readonly T[]) =>
  (text: string): Parsed<T> => {
    const value = allowed.find((word) => word === text)
    return value === undefined ? { wrong: `must be one of ${allowed.join(', ')}` } : { value }
  }

/** `on` or `off`. */
export const onOrOff = (text: string): Parsed<boolean> => {
  const word = oneOf('on', 'off')(text)
  return 'wrong' in word ? word : { value: word.value === 'on' }
}

/** A whole number between two others, both included. */
export const wholeNumber =
  (min: number, max: number) =>
  (text: string): Parsed<number> => {
    const value = Number(text)
    return /^\d+$/.test(text) && value >= min && value <= max
      ? { value }
      : { wrong: `must be a whole number from ${min} to ${max}` }
  }

/** Anything but nothing. */
export const notEmpty = (text: string): Parsed<string> =>
  text === '' ? { wrong: 'must not be empty' } : { value: text }

/** Undefined for an empty text, else what `parse` makes of it. */
export const optional =
  <T>(parse: (text: string) => Parsed<T>) =>
  (text: string): Parsed<T | undefined> =>
    text === '' ? { value: undefined } : parse(text)
