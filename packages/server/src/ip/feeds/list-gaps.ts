import { type IpFacts, type ListGap, type ListKind, listKinds } from '@tracio/contract'
import type { IpVersion } from './feed.ts'
import type { FeedStatus } from './feed-status.ts'

/** Kinds whose lists cannot clear an address, for addresses of each version. */
export type ListGaps = Readonly<Record<IpVersion, IpFacts['gaps']>>

/** Lists of the operator's own say all that they have to say. */
const OWN: readonly ListKind[] = ['allow', 'block', 'office']

/** Kinds that feeds can be asked about. */
const KINDS = listKinds.filter((kind) => !OWN.includes(kind))

/** Which kinds cannot be cleared, and why: a kind is cleared while one of the feeds that can is fresh. */
export const listGaps = (statuses: readonly FeedStatus[]): ListGaps => ({
  4: gapsOf(statuses, 4),
  6: gapsOf(statuses, 6),
})

function gapsOf(statuses: readonly FeedStatus[], version: IpVersion): IpFacts['gaps'] {
  const clearing = statuses.filter(({ clears }) => clears.includes(version))
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const gap = gapOf(clearing.filter((status) => status.kind === kind))
      return gap === undefined ? [] : [[kind, gap]]
    }),
  )
}

/** Nobody who could clear it is switched on: `feed_off`, also where there is no such feed in the world. */
function gapOf(clearing: readonly FeedStatus[]): ListGap | undefined {
  const conditions = new Set(clearing.map(({ condition }) => condition))
  if (conditions.has('fresh')) return
  if (conditions.has('stale') || conditions.has('dropped')) return 'feed_stale'
  return conditions.has('never_fetched') ? 'feed_never_fetched' : 'feed_off'
}
