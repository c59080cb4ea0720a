import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aFeed } from '../../test/a-feed.ts'
import { newFeedState } from '../ip/feeds/feed-state.ts'
import { type FeedStatus, feedStatus } from '../ip/feeds/feed-status.ts'
import { createMetrics } from './metrics.ts'

const status = (id: string, part: Partial<FeedStatus>): FeedStatus => ({
  ...feedStatus({ feed: aFeed({ id }), enabled: true }, newFeedState, 0),
  ...part,
})

const linesOf = async (statuses: () => readonly FeedStatus[]): Promise<readonly string[]> => {
  const metrics = createMetrics({ feeds: { statuses, now: () => 100_000 as EpochMs } })
  return (await metrics.text()).split('\n').filter((line) => line.startsWith('tracio_feed_'))
}

it('tells size, age, failures and staleness of feeds that are on', async () => {
  const statuses = [
    status('good', { condition: 'fresh', entries: 7, asOf: 40_000 as EpochMs }),
    status('new', { failures: 3 }),
    status('unwanted', { condition: 'off', entries: 9 }),
  ]
  expect(await linesOf(() => statuses)).toEqual([
    'tracio_feed_entries{feed="good"} 7',
    'tracio_feed_age_seconds{feed="good"} 60',
    'tracio_feed_failures{feed="good"} 0',
    'tracio_feed_failures{feed="new"} 3',
    'tracio_feed_stale{feed="good"} 0',
    'tracio_feed_stale{feed="new"} 1',
  ])
})

it('forgets a feed that was removed', async () => {
  let statuses = [status('mine', { failures: 1 })]
  const metrics = createMetrics({ feeds: { statuses: () => statuses, now: () => 0 as EpochMs } })
  expect(await metrics.text()).toContain('feed="mine"')
  statuses = []
  expect(await metrics.text()).not.toContain('feed="mine"')
})
