import type { Feed } from '../../packages/server/src/ip/feeds/feed.ts'
import { feedTable } from '../../packages/server/src/ip/feeds/feed-table.ts'
import { writeList } from './write-list.ts'

/** Feeds that a server fetches of itself. */
export const officialFeeds: readonly Feed[] = feedTable.filter(({ enabledByDefault }) => enabledByDefault)

/** Lists are believed with so many entries; a few more leave room for those that a test is about. */
const ENTRIES_MORE = 5

/** Where the entries begin that only fill lists: networks of which no test has an address. */
const FILLED_FROM = '11.0.0.0'

/**
 * A list of every official feed in its official format, as small as is believed. `named` adds entries, by feed; everything
 * else in them is made up.
 */
export const officialLists = (named: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    officialFeeds.map((feed) => [feed.id, writeList(feed.parser, [...fillersOf(feed), ...(named[feed.id] ?? [])])]),
  )

/** Entries that are nobody, as many as make a list of this feed believed. */
export function fillersOf({ id, gates: { entries, addresses = [0, 0] }, options }: Feed): readonly string[] {
  const count = entries[0] + ENTRIES_MORE
  if (id.endsWith('_v6')) return Array.from({ length: count }, (_, at) => `2a0f:ffff:${at.toString(16)}::/48`)
  const bits = Math.ceil(Math.log2(Math.max(1, addresses[0] / count)))
  const from = wordOf(options?.within?.[0]?.split('/')[0] ?? FILLED_FROM)
  const length = bits === 0 ? '' : `/${32 - bits}`
  return Array.from({ length: count }, (_, at) => `${textOf(from + at * 2 ** bits)}${length}`)
}

const wordOf = (text: string): number => text.split('.').reduce((word, part) => word * 256 + Number(part), 0)

const textOf = (word: number): string => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255).join('.')
