/** What a function gives for each of the names, by name; those for which it gives undefined are left out. */
export function recordOf<N extends string, T>(names: readonly N[], ask: (name: N) => T | undefined): Record<string, T> {
  const record: Record<string, T> = {}
  for (const name of names) {
    const value = ask(name)
    if (value !== undefined) record[name] = value
  }
  return record
}
