import type { Feed } from './feed.ts'
import type { FeedState } from './feed-state.ts'

/** How far a list can be trusted: `stale` clears nobody any more, `dropped` is too old to accuse anybody either. */
export type Freshness = 'never_fetched' | 'fresh' | 'stale' | 'dropped'

/** Judges the age of what we have. A list whose bytes stand still longer than they ever did counts as old, whatever the source says. */
export function feedFreshness(
  { maxAgeMs, stillMaxMs }: Pick<Feed, 'maxAgeMs' | 'stillMaxMs'>,
  { current, confirmedAt }: Pick<FeedState, 'current' | 'confirmedAt'>,
  now: number,
): Freshness {
  if (current === null || confirmedAt === null) return 'never_fetched'
  const age = (now - confirmedAt) / maxAgeMs
  const still = stillMaxMs === null ? 0 : (now - current.acceptedAt) / stillMaxMs
  const worst = Math.max(age, still)
  return worst > 2 ? 'dropped' : worst > 1 ? 'stale' : 'fresh'
}
