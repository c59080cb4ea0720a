import { beforeEach, expect, it } from 'vitest'
import { aFeed, inspectHere, newDataDir, publicLines } from '../../../test/a-feed.ts'
import { createFeedFolder, type FeedFolder } from './feed-folder.ts'
import { type FeedState, newFeedState } from './feed-state.ts'
import { createFeedStore, type FeedStore } from './feed-store.ts'

let folder: FeedFolder
let store: FeedStore
beforeEach(() => {
  folder = createFeedFolder(newDataDir())
  store = createFeedStore(folder, { folder, inspect: inspectHere, specialSpaceAllowed: false })
})

const nobody = () => false
const sizeOf = (): number | undefined => store.get('example_vpn').loaded?.parts[0]?.ranges.v4.length

const write = async (count: number): Promise<FeedState> => {
  const sha256 = await folder.writeVersion('example_vpn', Buffer.from(publicLines(count)))
  const figures = { entries: count, rejected: 0, rejectedExamples: [], dropped: 0, addresses: count, ranges6: 0 }
  const state: FeedState = { ...newFeedState, confirmedAt: 5, current: { sha256, acceptedAt: 5, ...figures } }
  await folder.writeState('example_vpn', state)
  return state
}

it('knows nothing of a feed until somebody has written', async () => {
  await store.sync([aFeed()], nobody)
  expect(store.get('example_vpn')).toEqual({ state: newFeedState, loaded: undefined, stamp: undefined })
})

it('takes what others wrote, and forgets feeds that nobody wants', async () => {
  await write(3)
  await store.sync([aFeed()], nobody)
  expect(sizeOf()).toBe(6)
  await write(4)
  await store.sync([aFeed()], nobody)
  expect(sizeOf()).toBe(8)
  await store.sync([], nobody)
  expect(sizeOf()).toBeUndefined()
})

it('leaves a feed alone while it is being updated, and does not read again what it was given', async () => {
  const state = await write(3)
  await store.sync([aFeed()], (id) => id === 'example_vpn')
  expect(sizeOf()).toBeUndefined()
  await store.put('example_vpn', state, [])
  await store.sync([aFeed()], nobody)
  expect(store.get('example_vpn').loaded?.parts).toEqual([])
})

it('forgets what was removed from the disk', async () => {
  await write(3)
  await store.sync([aFeed()], nobody)
  await folder.remove('example_vpn')
  await store.sync([aFeed()], nobody)
  expect(sizeOf()).toBeUndefined()
})
