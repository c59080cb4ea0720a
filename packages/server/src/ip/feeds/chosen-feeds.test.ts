import { expect, it } from 'vitest'
import { aFeed } from '../../../test/a-feed.ts'
import { chosenFeeds, type FeedSettings } from './chosen-feeds.ts'

const table = [aFeed({ id: 'usual' }), aFeed({ id: 'unclear', enabledByDefault: false })]
const settings: FeedSettings = { mode: 'on', off: [], on: [], urls: {}, privateAllowed: false }
const enabled = (part: Partial<FeedSettings>, own = [aFeed({ id: 'mine' })]) =>
  chosenFeeds(table, own, { ...settings, ...part })
    .filter((one) => one.enabled)
    .map(({ feed }) => feed.id)

it('takes what is on by default, and the operator’s own', () => {
  expect(enabled({})).toEqual(['usual', 'mine'])
})

it('takes what was switched on and leaves what was switched off', () => {
  expect(enabled({ on: ['unclear'], off: ['usual'] })).toEqual(['unclear', 'mine'])
})

it('takes nothing when all are off, and everything for fetching by hand', () => {
  expect(enabled({ mode: 'off', on: ['unclear'] })).toEqual([])
  expect(enabled({ mode: 'manual' })).toEqual(['usual', 'mine'])
})

it('asks elsewhere where a setting says so, for the list itself', () => {
  const page = aFeed({ id: 'paged', linkOnPage: /list/ })
  const [only] = chosenFeeds([page], [], { ...settings, urls: { paged: 'https://mirror.example/list.txt' } })
  expect(only?.feed.urls).toEqual(['https://mirror.example/list.txt'])
  expect(only?.feed.linkOnPage).toBeUndefined()
})
