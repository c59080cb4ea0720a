import { readFileSync } from 'node:fs'
import type { FeedSettings } from './chosen-feeds.ts'
import { createFeedFolder } from './feed-folder.ts'
import { fetchList } from './fetch-list.ts'
import type { Inspect } from './load-version.ts'
import type { RequestOptions } from './request-once.ts'
import type { UpdateDeps } from './update-feed.ts'

/** How long sources may take. */
export type FetchPace = Pick<RequestOptions, 'connectMs' | 'totalMs'>

/** The slowest source of the table sends 12 MB within a minute on a line of 2 Mbit/s. Chosen by hand, November 2026. */
export const FETCH_PACE: FetchPace = { connectMs: 30_000, totalMs: 120_000 }

/** What an update is given from outside. */
export interface UpdateSurroundings {
  readonly dataDir: string
  readonly settings: Pick<FeedSettings, 'privateAllowed'>
  readonly inspect: Inspect
  readonly now: () => number
  readonly random: () => number
  /** Ends fetches under way. */
  readonly signal: AbortSignal
  readonly pace?: FetchPace
}

/** Everything that an update needs, over the network and the data folder. */
export function updateDeps({ dataDir, settings, signal, pace = FETCH_PACE, ...rest }: UpdateSurroundings): UpdateDeps {
  const { privateAllowed } = settings
  const options = { ...pace, userAgent: userAgent(), privateAllowed, signal }
  return {
    ...rest,
    folder: createFeedFolder(dataDir),
    specialSpaceAllowed: privateAllowed,
    fetch: (order) => fetchList({ ...options, ...order }),
  }
}

/** The program and its version: sources block what they cannot tell apart. Says nothing of who runs it. */
function userAgent(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  )
  return `TRACIO/${version} (updates lists of IP addresses)`
}
