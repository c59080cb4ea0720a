import type { Feed } from './feed.ts'

/** Share of a wait that is left to chance, so that not all servers of the world ask a source at the same second. */
const JITTER = 0.1

/** However long a source wants to be left alone, it is asked again after this. Chosen by hand, November 2026. */
const RETRY_AFTER_MS_MAX = 7 * 86_400_000

/** How long a held version waits for the next look: three looks are a day then. */
const HELD_MS = 12 * 3_600_000

/** What came of the last try. */
export type Last =
  | { readonly became: 'current' | 'held' }
  | { readonly became: 'failure'; readonly failures: number; readonly retryAfterMs: number | null }

/** When to ask a feed again. `random` is 0 to 1. Failures double the pause up to the feed's own period. */
export function nextAttempt(feed: Pick<Feed, 'periodMs' | 'minIntervalMs'>, last: Last, now: number, random: number) {
  return Math.round(now + pauseMs(feed, last) * (1 + JITTER * random))
}

function pauseMs({ periodMs, minIntervalMs }: Pick<Feed, 'periodMs' | 'minIntervalMs'>, last: Last): number {
  switch (last.became) {
    case 'current':
      return periodMs
    case 'held':
      return Math.min(periodMs, HELD_MS)
    case 'failure': {
      const backOff = Math.min(periodMs, minIntervalMs * 2 ** Math.max(0, last.failures - 1))
      return Math.max(backOff, Math.min(last.retryAfterMs ?? 0, RETRY_AFTER_MS_MAX))
    }
  }
}
