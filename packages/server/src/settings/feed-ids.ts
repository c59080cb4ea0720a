import { feedTable } from '../ip/feeds/feed-table.ts'
import type { Parsed } from './setting.ts'

/** Ids of built-in feeds, separated by commas. The operator's own are switched by adding and removing them. */
export function feedIds(text: string): Parsed<readonly string[]> {
  const value = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  const unknown = value.filter((id) => !feedTable.some((feed) => feed.id === id))
  return unknown.length === 0
    ? { value }
    : { wrong: `names what is no built-in feed: ${unknown.join(', ')} ("tracio feeds status" lists them)` }
}
