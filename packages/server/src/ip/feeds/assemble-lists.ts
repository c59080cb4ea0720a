import type { AcceptedList, ListPart } from '../list-parts.ts'
import type { Feed } from './feed.ts'
import { coveredBy, rangesOf, type Spans, spansOfV4, spansOfV6, subtract } from './spans.ts'

/** A feed with what its version in use says. */
export interface LoadedFeed {
  readonly feed: Pick<Feed, 'id' | 'kind' | 'threat' | 'except'>
  readonly parts: readonly ListPart[]
}

/** Lists as they are compiled: each without what belongs to another by the table's word. */
export function assembleLists(loaded: readonly LoadedFeed[]): readonly AcceptedList[] {
  return loaded.map(({ feed: { id, kind, threat, except = [] }, parts }) => {
    const others = loaded.filter(({ feed }) => except.includes(feed.id)).flatMap((other) => other.parts)
    const theirs = coveredBy(others.map(({ ranges }) => ranges))
    return {
      feed: id,
      kind,
      ...(threat === undefined ? {} : { threat }),
      parts: others.length === 0 ? parts : parts.map((part) => without(part, theirs)),
    }
  })
}

const without = (part: ListPart, theirs: Spans): ListPart => ({
  ...part,
  ranges: rangesOf({
    v4: subtract(spansOfV4(part.ranges.v4), theirs.v4),
    v6: subtract(spansOfV6(part.ranges.v6), theirs.v6),
  }),
})
