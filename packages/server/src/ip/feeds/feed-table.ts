import type { Feed } from './feed.ts'
import { datacenterFeeds } from './table/datacenter-feeds.ts'
import { proxyAndCrawlerFeeds } from './table/proxy-and-crawler-feeds.ts'
import { threatFeeds } from './table/threat-feeds.ts'
import { torAndRelayFeeds } from './table/tor-and-relay-feeds.ts'
import { vpnFeeds } from './table/vpn-feeds.ts'

/** Every feed that TRACIO knows of itself. An id is API: never renamed, never used again. */
export const feedTable: readonly Feed[] = [
  ...torAndRelayFeeds,
  ...vpnFeeds,
  ...proxyAndCrawlerFeeds,
  ...threatFeeds,
  ...datacenterFeeds,
]
