/** What a function gives; undefined when it throws. For what fails in one way alone, such as a parser. */
export function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
