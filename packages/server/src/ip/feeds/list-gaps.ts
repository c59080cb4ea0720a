import type { IpFacts, ListGap, ListKind } from '@tracio/contract'
import type { IpVersion } from './feed.ts'
import type { FeedStatus } from './feed-status.ts'

/** Kinds whose lists cannot clear an address, for addresses of each version. */
export type ListGaps = Readonly<Record<IpVersion, IpFacts['gaps']>>

/** Kinds that feeds can be asked about. The operator's own lists say all that they have to say. */
const KINDS = [
  'tor',
  'relay',
  'gateway',
  'crawler',
  'vpn',
  'proxy',
  'residential_proxy',
  'datacenter',
  'threat',
] as const satisfies ListKind[]

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
