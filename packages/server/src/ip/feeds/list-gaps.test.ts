import { expect, it } from 'vitest'
import { aFeed } from '../../../test/a-feed.ts'
import { newFeedState } from './feed-state.ts'
import { type FeedStatus, feedStatus } from './feed-status.ts'
import { listGaps } from './list-gaps.ts'

const status = (part: Partial<FeedStatus> = {}): FeedStatus => ({
  ...feedStatus({ feed: aFeed(), enabled: true }, newFeedState, 0),
  ...part,
})

it.each([
  ['fresh', undefined],
  ['stale', 'feed_stale'],
  ['dropped', 'feed_stale'],
  ['never_fetched', 'feed_never_fetched'],
  ['off', 'feed_off'],
] as const)('with a feed that is %s the gap is %s', (condition, gap) => {
  expect(listGaps([status({ condition })])[4].vpn).toBe(gap)
})

it('clears a kind while one of its feeds is fresh, and says the least bad of what is not', () => {
  expect(listGaps([status({ condition: 'stale' }), status({ condition: 'fresh' })])[6].vpn).toBeUndefined()
  expect(listGaps([status({ condition: 'off' }), status({ condition: 'never_fetched' })])[6].vpn).toBe(
    'feed_never_fetched',
  )
})

it('asks only feeds that can clear, each of its own version', () => {
  const gaps = listGaps([status({ condition: 'fresh', clears: [4] }), status({ condition: 'stale', clears: [6] })])
  expect([gaps[4].vpn, gaps[6].vpn]).toEqual([undefined, 'feed_stale'])
  expect(listGaps([status({ condition: 'fresh', clears: [] })])[4].vpn).toBe('feed_off')
})

it('has a gap for every kind that nobody can clear, and none for the operator’s own lists', () => {
  expect(Object.keys(listGaps([])[4])).toEqual([
    'tor',
    'relay',
    'gateway',
    'crawler',
    'vpn',
    'proxy',
    'residential_proxy',
    'datacenter',
    'threat',
  ])
})
