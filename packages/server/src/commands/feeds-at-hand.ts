import type { Config } from '../config.ts'
import { type ChosenFeed, chosenFeeds } from '../ip/feeds/chosen-feeds.ts'
import { customFeed, readCustomFeeds } from '../ip/feeds/custom-feeds.ts'
import { feedSettings } from '../ip/feeds/feed-settings.ts'
import { feedTable } from '../ip/feeds/feed-table.ts'
import { OperatorError } from '../operator-error.ts'

/** The feeds that a command is about: the named ones, or all. Throws an `OperatorError` for one that there is not. */
export async function feedsAtHand(config: Config, ids: readonly string[] = []): Promise<readonly ChosenFeed[]> {
  const own = (await readCustomFeeds(config.dataDir)).map(customFeed)
  const all = chosenFeeds(feedTable, own, feedSettings(config))
  const unknown = ids.find((id) => !all.some(({ feed }) => feed.id === id))
  if (unknown !== undefined) {
    throw new OperatorError(`There is no feed "${unknown}". "tracio feeds status" lists them.`, 'notFound')
  }
  return ids.length === 0 ? all : all.filter(({ feed }) => ids.includes(feed.id))
}
