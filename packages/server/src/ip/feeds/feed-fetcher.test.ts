import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aFeed, inspectHere, newDataDir, publicLines } from '../../../test/a-feed.ts'
import { type FeedServer, serveStatus, serveText, startFeedServer } from '../../../test/feed-server.ts'
import { createFeedFetcher, type FeedFetcher } from './feed-fetcher.ts'
import { updateDeps } from './update-deps.ts'

let source: FeedServer
let dataDir: string
let clock: number
let updated: [id: string, failures: number, isNew: boolean][]
let told: [level: string, message: string, fields: object][]
let fetcher: FeedFetcher
beforeEach(async () => {
  source = await startFeedServer(serveText(publicLines(10)))
  dataDir = newDataDir()
  clock = 1_793_500_000_000
  updated = []
  told = []
  fetcher = createFeedFetcher({
    updating: updateDeps({
      ...{ dataDir, inspect: inspectHere, now: () => clock, random: () => 0 },
      ...{ settings: { privateAllowed: true }, signal: new AbortController().signal },
    }),
    updated: async (id, state, parts) => void updated.push([id, state.failures, parts !== undefined]),
    report: (...line) => void told.push(line),
    fetchesMax: 2,
  })
})
afterEach(() => source.close())

const feed = (id: string, url = source.url) => aFeed({ id, urls: [url] })

it('hands on what came, and tells of it without the address of the source', async () => {
  fetcher.start([feed('a')])
  expect([fetcher.isBusy('a'), fetcher.running()]).toEqual([true, 1])
  await fetcher.ended()
  expect([fetcher.isBusy('a'), fetcher.running()]).toEqual([false, 0])
  expect(updated).toEqual([['a', 0, true]])
  expect(told).toEqual([['info', 'a list was accepted', { feed: 'a', entries: 10, rejected: 0, dropped: 0 }]])
})

it('tells what went wrong', async () => {
  source.answer = serveStatus(500)
  fetcher.start([feed('a')])
  await fetcher.ended()
  expect(updated).toEqual([['a', 1, false]])
  expect(told).toEqual([
    ['warn', 'a list was not taken: It answered 500.', { feed: 'a', code: 'http_status', failures: 1 }],
  ])
})

it('tells at the end, and in one line, who could not be reached', async () => {
  source.answer = (request) => void request.destroy()
  for (const id of ['a', 'b']) {
    fetcher.start([feed(id)])
    expect(told).toEqual([])
    await fetcher.ended()
  }
  fetcher.start([])
  expect(told).toMatchObject([
    [
      'warn',
      expect.stringMatching(/^2 lists were not taken: It could not be reached/),
      { code: 'connect_failed', feeds: ['a', 'b'] },
    ],
  ])
})

it('has as many at once as it may, and one of a host', async () => {
  const others = await Promise.all([1, 2].map(() => startFeedServer(serveText(publicLines(10)))))
  fetcher.start([feed('a'), feed('b'), ...others.map(({ url }, at) => feed(`other_${at}`, url))])
  expect(['a', 'b', 'other_0', 'other_1'].map(fetcher.isBusy)).toEqual([true, false, true, false])
  await fetcher.ended()
  await Promise.all(others.map((other) => other.close()))
})

it('does not try again at once what the disk does not take', async () => {
  mkdirSync(join(dataDir, 'feeds'))
  writeFileSync(join(dataDir, 'feeds/a'), 'a file where a folder should be')
  fetcher.start([feed('a')])
  await fetcher.ended()
  expect(told).toMatchObject([['error', 'a feed could not be updated', { feed: 'a' }]])
  fetcher.start([feed('a')])
  expect(fetcher.isBusy('a')).toBe(false)
  clock += 3_600_000
  fetcher.start([feed('a')])
  expect(fetcher.isBusy('a')).toBe(true)
  await fetcher.ended()
  expect(existsSync(join(dataDir, 'feeds/a/state.json'))).toBe(false)
})
