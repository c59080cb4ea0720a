import { expect, it } from 'vitest'
import { feedFreshness } from './feed-freshness.ts'
import { newFeedState } from './feed-state.ts'

const version = {
  ...{ sha256: 'a'.repeat(64), entries: 1, rejected: 0, rejectedExamples: [] },
  dropped: 0,
  addresses: 1,
  ranges6: 0,
}
const at = (confirmedAt: number, acceptedAt = confirmedAt) => ({
  ...newFeedState,
  confirmedAt,
  current: { ...version, acceptedAt },
})

it.each([
  [0, 'fresh'],
  [100, 'fresh'],
  [101, 'stale'],
  [200, 'stale'],
  [201, 'dropped'],
])('%d after the last word of the source it is %s, when 100 is old', (now, freshness) => {
  expect(feedFreshness({ maxAgeMs: 100, stillMaxMs: null }, at(0), now)).toBe(freshness)
})

it('is old as well when its bytes stand still for too long, whatever the source says', () => {
  const feed = { maxAgeMs: 100, stillMaxMs: 1000 }
  expect(feedFreshness(feed, at(1000, 0), 1000)).toBe('fresh')
  expect(feedFreshness(feed, at(1001, 0), 1001)).toBe('stale')
  expect(feedFreshness(feed, at(2001, 0), 2001)).toBe('dropped')
})

it('was never fetched where there is nothing', () => {
  expect(feedFreshness({ maxAgeMs: 100, stillMaxMs: null }, newFeedState, 0)).toBe('never_fetched')
})
