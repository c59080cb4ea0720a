import type { EpochMs } from '@tracio/contract'
import type { Config } from '../config.ts'
import { createFeedFolder } from '../ip/feeds/feed-folder.ts'
import type { FeedState } from '../ip/feeds/feed-state.ts'
import { type FeedStatus, feedStatus } from '../ip/feeds/feed-status.ts'
import { feedsAtHand } from './feeds-at-hand.ts'

/** What the lists on the disk are worth: of the named feeds, or of all. Throws an `OperatorError` for one there is not. */
export async function feedStatuses(
  settings: Config,
  ids: readonly string[],
  now: EpochMs,
): Promise<readonly FeedStatus[]> {
  const folder = createFeedFolder(settings.dataDir)
  const feeds = await feedsAtHand(settings, ids)
  return Promise.all(feeds.map(async (one) => feedStatus(one, await wholeState(folder, one.feed.id), now)))
}

/** What the state says, without a version that has been lost. */
async function wholeState(folder: ReturnType<typeof createFeedFolder>, id: string): Promise<FeedState> {
  const state = await folder.readState(id)
  const isWhole = state.current !== null && (await folder.readVersion(id, state.current.sha256)) !== undefined
  return isWhole ? state : { ...state, current: null }
}
