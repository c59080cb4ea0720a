import { expect, it } from 'vitest'
import { aFeed } from '../../../test/a-feed.ts'
import { type FeedState, newFeedState } from './feed-state.ts'
import { feedStatus } from './feed-status.ts'

const DAY = 86_400_000
const figures = { entries: 7, rejected: 1, rejectedExamples: ['garbage'], dropped: 2, addresses: 9, ranges6: 0 }
const state: FeedState = {
  ...newFeedState,
  confirmedAt: 2 * DAY,
  current: { sha256: 'a'.repeat(64), acceptedAt: DAY, ...figures },
  nextAt: 3 * DAY,
}

it('tells of a feed what the table, the settings and the disk say', () => {
  expect(feedStatus({ feed: aFeed(), enabled: true }, state, 3 * DAY)).toEqual({
    id: 'example_vpn',
    kind: 'vpn',
    threat: null,
    provider: 'Example VPN',
    origin: 'built_in',
    condition: 'fresh',
    clears: [4, 6],
    entries: 7,
    rejected: 1,
    rejectedExamples: ['garbage'],
    dropped: 2,
    asOf: 2 * DAY,
    changedAt: DAY,
    nextAt: 3 * DAY,
    failures: 0,
    problem: null,
    heldSince: null,
    licence: 'published',
    attribution: null,
  })
})

it('grows old by the source’s last word', () => {
  const conditions = [9, 10, 16, 17].map(
    (day) => feedStatus({ feed: aFeed(), enabled: true }, state, day * DAY).condition,
  )
  expect(conditions).toEqual(['fresh', 'stale', 'stale', 'dropped'])
})

it('has no next time and no freshness when it is off', () => {
  expect(feedStatus({ feed: aFeed(), enabled: false }, state, 0)).toMatchObject({ condition: 'off', nextAt: null })
})

it('says nothing of a version that is not there', () => {
  const lost = { ...state, current: null }
  expect(feedStatus({ feed: aFeed(), enabled: true }, lost, 0)).toMatchObject({
    condition: 'never_fetched',
    entries: null,
    asOf: null,
    changedAt: null,
  })
})
