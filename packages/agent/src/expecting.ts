import { isNamed } from './error-name.ts'

/** What a function gives, or the other value where it throws an error of this name; it throws any other error. */
export function expecting<T, U>(name: string, ask: () => T, otherwise: U): T | U {
  try {
    return ask()
  } catch (error) {
    if (isNamed(error, name)) return otherwise
    throw error
  }
}
