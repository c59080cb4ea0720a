/**
 * Numbers that an object of the browser has, own and inherited, by name and in its own order. It is asked for what it has,
 * because lists of names take room and grow old.
 */
export function numbersOf(thing: object): (readonly [name: string, value: number])[] {
  const found: (readonly [string, number])[] = []
  for (const name in thing) {
    const value: unknown = Reflect.get(thing, name)
    if (typeof value === 'number') found.push([name, value])
  }
  return found.slice(0, NUMBERS_MAX)
}

/** What decoders take. The longest, WebGPU's limits, are some 40 in November 2026. */
const NUMBERS_MAX = 64
