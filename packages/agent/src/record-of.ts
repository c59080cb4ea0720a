/** What a function gives for each of the names and its place among them, by name; those for which it gives undefined are left out. */
export function recordOf<N extends string, T>(
  names: readonly N[],
  ask: (name: N, index: number) => T | undefined,
): Record<string, T> {
  const record: Record<string, T> = {}
  let i = 0
  for (const name of names) {
    const value = ask(name, i++)
    if (value !== undefined) record[name] = value
  }
  return record
}
