import type { Feed } from './feed.ts'

/** What the settings say of feeds. */
export interface FeedSettings {
  /** `manual`: lists are used, and only `tracio feeds update` fetches them; `off`: they are not used. */
  readonly mode: 'on' | 'manual' | 'off'
  /** Feeds by id that are not wanted, and feeds that are off by default and are. */
  readonly off: readonly string[]
  readonly on: readonly string[]
  /** Other addresses, by feed. */
  readonly urls: Readonly<Record<string, string>>
  /** Whether sources and entries may be private addresses. */
  readonly privateAllowed: boolean
}

/** A feed, and whether it is wanted. */
export interface ChosenFeed {
  readonly feed: Feed
  readonly enabled: boolean
}

/** All feeds, with the operator's wishes. */
export function chosenFeeds(
  table: readonly Feed[],
  own: readonly Feed[],
  settings: FeedSettings,
): readonly ChosenFeed[] {
  return [...table, ...own].map((feed) => {
    const url = settings.urls[feed.id]
    const wanted = (feed.enabledByDefault || settings.on.includes(feed.id)) && !settings.off.includes(feed.id)
    return {
      feed: url === undefined ? feed : withUrl(feed, url),
      enabled: settings.mode !== 'off' && wanted,
    }
  })
}

/** A mirror has the list itself, also where the source has a page that leads to it. */
function withUrl({ linkOnPage: _, ...feed }: Feed, url: string): Feed {
  return { ...feed, urls: [url] }
}
