import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feed } from '../src/ip/feeds/feed.ts'
import { inspectList } from '../src/ip/feeds/inspect-list.ts'
import type { Inspect } from '../src/ip/feeds/load-version.ts'

const HOUR_MS = 3_600_000

/** A VPN list that is asked every day, and is stale after a week. */
export const aFeed = (part: Partial<Feed> = {}): Feed => ({
  id: 'example_vpn',
  urls: ['https://feeds.example/list.txt'],
  parser: 'plain',
  kind: 'vpn',
  provider: 'Example VPN',
  periodMs: 24 * HOUR_MS,
  minIntervalMs: HOUR_MS,
  bytesMax: 100_000,
  licence: 'published',
  attribution: null,
  enabledByDefault: true,
  maxAgeMs: 7 * 24 * HOUR_MS,
  stillMaxMs: null,
  gates: { entries: [2, 1000], strays: 'refuse', changeMax: 0.3 },
  clears: [4, 6],
  ...part,
})

/** Inspects in the test's own thread. */
export const inspectHere: Inspect = async (job) => inspectList(job)

/** A data folder of a test's own. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'tracio-feeds-'))

/** Public addresses that nobody in a test has: `count` of them, one a line. */
export const publicLines = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) => `20.0.${(from + at) >> 8}.${(from + at) & 255}\n`).join('')
