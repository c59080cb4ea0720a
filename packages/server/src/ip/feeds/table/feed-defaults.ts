import type { Feed } from '../feed.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
export const MIB = 1024 * 1024

/** A larger change at once is rather a mistake than news; makers of such lists use the same share. November 2026. */
export const CHANGE_MAX = 0.3

/** What the rows of the table say unless they say otherwise. An hour is the shortest pause that every source allows. */
export const feedDefaults = {
  provider: null,
  minIntervalMs: HOUR_MS,
  bytesMax: 4 * MIB,
  attribution: null,
  enabledByDefault: true,
  stillMaxMs: null,
  clears: [],
} as const satisfies Partial<Feed>

/**
 * How often to ask, and what is too old, by kind. Tor exits come and go by the day (195 new in a week of 2,277, August 2026), open
 * proxies by the hour, attackers within days, ranges of companies within months. `stillMaxMs` is several times the longest
 * pause in the histories of living lists, November 2026.
 */
export const pace = {
  tor: { periodMs: HOUR_MS, minIntervalMs: 15 * MINUTE_MS, maxAgeMs: 6 * HOUR_MS, stillMaxMs: 2 * DAY_MS },
  proxy: { periodMs: HOUR_MS, minIntervalMs: 30 * MINUTE_MS, maxAgeMs: DAY_MS, stillMaxMs: 7 * DAY_MS },
  threat: { periodMs: DAY_MS, maxAgeMs: 7 * DAY_MS, stillMaxMs: 30 * DAY_MS },
  daily: { periodMs: DAY_MS, maxAgeMs: 60 * DAY_MS },
  weekly: { periodMs: 7 * DAY_MS, maxAgeMs: 60 * DAY_MS },
} as const satisfies Readonly<Record<string, Partial<Feed>>>

/** Gates of a list that is usually between two sizes, in entries, and has nothing odd about it. */
export const gates = (min: number, max: number): Feed['gates'] => ({
  entries: [min, max],
  strays: 'refuse',
  changeMax: CHANGE_MAX,
})
