import { unknownName } from './errors.ts'
import type { Sources } from './run.ts'
import type { sources } from './sources/index.ts'
import type { Watchers } from './watch.ts'

/** A family of signals, by the name that options know. */
export type Family = keyof typeof sources

/** Everything that reads: sources by family, and watchers, which all are of the family `behaviour`. */
export interface Readers {
  readonly sources: Readonly<Record<string, Sources>>
  readonly watchers: Watchers
}

/** What is left to run without some families. Throws for what is no list of known families. */
export function chosen(
  { sources, watchers }: Readers,
  without: unknown = [],
): { readonly sources: Sources; readonly watchers: Watchers } {
  const known = Object.keys(sources)
  if (!Array.isArray(without) || !without.every((family) => known.includes(family))) {
    throw unknownName('without must be a list of families', known)
  }
  const left = known.filter((family) => !without.includes(family))
  return {
    sources: Object.assign({}, ...left.map((family) => sources[family])),
    watchers: left.includes('behaviour') ? watchers : {},
  }
}
