import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aFeed, inspectHere, newDataDir, publicLines } from '../../../test/a-feed.ts'
import { type FeedServer, serveStatus, serveText, startFeedServer } from '../../../test/feed-server.ts'
import type { AcceptedList } from '../list-parts.ts'
import type { FeedSettings } from './chosen-feeds.ts'
import { writeCustomFeeds } from './custom-feeds.ts'
import type { Feed } from './feed.ts'
import { defaultListFile } from './operator-lists.ts'
import { type RunningFeeds, startFeeds } from './start-feeds.ts'
import { updateDeps } from './update-deps.ts'
import { updateFeed } from './update-feed.ts'

const DAY = 86_400_000

let source: FeedServer
let dataDir: string
let clock: number
let inUse: readonly AcceptedList[]
let compiled: number
let told: string[]
let feeds: RunningFeeds | undefined
beforeEach(async () => {
  source = await startFeedServer(serveText(publicLines(100), { etag: '"one"' }))
  dataDir = newDataDir()
  clock = 1_793_500_000_000
  inUse = []
  compiled = 0
  told = []
})
afterEach(async () => {
  await feeds?.close()
  await source.close()
})

const SETTINGS: FeedSettings = { mode: 'on', off: [], on: [], urls: {}, privateAllowed: true }

const surroundings = () => ({ dataDir, inspect: inspectHere, now: () => clock, random: () => 0 })

function start(
  settings: Partial<FeedSettings> = {},
  table: readonly Feed[] = [aFeed({ urls: [source.url] })],
  everyMs = 10,
): RunningFeeds {
  const file = (kind: 'allow' | 'block' | 'office') => defaultListFile(dataDir, kind)
  feeds = startFeeds<readonly AcceptedList[]>({
    ...surroundings(),
    settings: { ...SETTINGS, ...settings },
    lists: { allow: file('allow'), block: file('block'), office: file('office') },
    compile: async ({ lists }) => lists,
    replace: (lists) => {
      inUse = lists
      compiled++
    },
    report: (_level, message) => void told.push(message),
    table,
    rounds: { everyMs, fetchesMax: 2, gatherMs: 1000 },
  })
  return feeds
}

const ids = (): readonly string[] => inUse.map(({ feed }) => feed)
const usesSoon = (wanted: readonly string[]) => expect.poll(ids, { timeout: 3000, interval: 10 }).toEqual(wanted)
const gapSoon = (gap: string | undefined) =>
  expect.poll(() => feeds?.gaps()[4].vpn, { timeout: 3000, interval: 10 }).toBe(gap)

it('fetches in the background what it never had, and clears nobody before it is in use', async () => {
  const running = start()
  expect(running.gaps()[4].vpn).toBe('feed_never_fetched')
  expect(running.asOf('example_vpn')).toBeUndefined()
  await usesSoon(['example_vpn'])
  await gapSoon(undefined)
  expect(running.asOf('example_vpn')).toBe(clock)
  expect(running.statuses()).toMatchObject([{ id: 'example_vpn', condition: 'fresh', entries: 100, problem: null }])
  expect(told).toContain('a list was accepted')
})

it('goes on after a restart from what lies on the disk, and fetches nothing that is fresh', async () => {
  start()
  await usesSoon(['example_vpn'])
  await feeds?.close()
  inUse = []
  clock += DAY / 2
  start()
  await usesSoon(['example_vpn'])
  await gapSoon(undefined)
  expect(source.requests).toHaveLength(1)
})

it('clears nobody with a stale list, and accuses nobody with one twice as old', async () => {
  start()
  await gapSoon(undefined)
  source.answer = serveStatus(500)
  clock += 8 * DAY
  await gapSoon('feed_stale')
  expect(ids()).toEqual(['example_vpn'])
  await expect.poll(() => feeds?.statuses()[0]?.problem?.code).toBe('http_status')
  expect(feeds?.statuses()).toMatchObject([{ condition: 'stale', failures: 1 }])
  clock += 8 * DAY
  await usesSoon([])
  expect(feeds?.gaps()[4].vpn).toBe('feed_stale')
})

it('asks again when the period is over, and compiles only when something changed', async () => {
  start()
  await gapSoon(undefined)
  clock += DAY
  await expect.poll(() => feeds?.asOf('example_vpn')).toBe(clock)
  expect(compiled).toBe(1)
  source.answer = serveText(publicLines(101), { etag: '"two"' })
  clock += DAY
  await expect.poll(() => compiled).toBe(2)
  expect(inUse[0]?.parts[0]?.ranges.v4).toHaveLength(202)
})

it('keeps what it has when the source goes wrong, and says why', async () => {
  start()
  await gapSoon(undefined)
  source.answer = serveText(publicLines(10))
  clock += DAY
  await expect.poll(() => feeds?.statuses()[0]?.problem?.code).toBe('changed_too_much')
  expect(feeds?.statuses()).toMatchObject([{ entries: 100, heldSince: clock, condition: 'fresh' }])
  expect(inUse[0]?.parts[0]?.ranges.v4).toHaveLength(200)
})

describe('another process', () => {
  it('fetches a list, and the server takes it', async () => {
    start({ mode: 'manual' })
    const other = updateDeps({ ...surroundings(), settings: SETTINGS, signal: new AbortController().signal })
    expect(await updateFeed(aFeed({ urls: [source.url] }), other)).toMatchObject({ result: 'accepted' })
    await usesSoon(['example_vpn'])
    expect(source.requests).toHaveLength(1)
  })

  it('adds a feed and takes it away, and the server obeys', async () => {
    start({}, [])
    const own = { id: 'mine', url: source.url, parser: 'plain', kind: 'vpn', periodMs: DAY, clears: true } as const
    await writeCustomFeeds(dataDir, [own])
    await usesSoon(['mine'])
    await gapSoon(undefined)
    await writeCustomFeeds(dataDir, [])
    await usesSoon([])
    await gapSoon('feed_off')
  })
})

it('reads the operator’s own lists, without any feed', async () => {
  mkdirSync(join(dataDir, 'lists'))
  writeFileSync(defaultListFile(dataDir, 'office'), '10.0.0.0/8\n')
  start({ mode: 'off' })
  await usesSoon(['operator_office'])
  expect(feeds?.asOf('operator_office')).toBeGreaterThan(0)
  expect(feeds?.listStatuses()).toMatchObject([{ id: 'operator_office', entries: 1, problem: null }])
})

it('fetches nothing and uses nothing when feeds are off', async () => {
  start()
  await usesSoon(['example_vpn'])
  await feeds?.close()
  inUse = []
  clock += 2 * DAY
  start({ mode: 'off' })
  await gapSoon('feed_off')
  expect(ids()).toEqual([])
  expect(source.requests).toHaveLength(1)
  expect(existsSync(join(dataDir, 'feeds/example_vpn'))).toBe(true)
})

it('removes what it had of a feed that was switched off', async () => {
  start()
  await usesSoon(['example_vpn'])
  await feeds?.close()
  start({ off: ['example_vpn'] })
  await expect.poll(() => existsSync(join(dataDir, 'feeds/example_vpn'))).toBe(false)
  expect(feeds?.gaps()[4].vpn).toBe('feed_off')
})

it('asks one host for one thing at a time', async () => {
  let [atOnce, most] = [0, 0]
  source.answer = (_request, response) => {
    most = Math.max(most, ++atOnce)
    setTimeout(() => {
      atOnce--
      response.end(publicLines(100))
    }, 30)
  }
  start(
    {},
    ['a', 'b', 'c'].map((id) => aFeed({ id, urls: [source.url] })),
  )
  await usesSoon(['a', 'b', 'c'])
  expect(most).toBe(1)
})

it('fetches one after the other without resting in between', async () => {
  const table = ['a', 'b', 'c', 'd'].map((id) => aFeed({ id, urls: [source.url] }))
  start({}, table, 60_000)
  await usesSoon(['a', 'b', 'c', 'd'])
})

it('rests after a failure', async () => {
  source.answer = serveStatus(500)
  start({}, undefined, 50)
  await expect.poll(() => feeds?.statuses()[0]?.failures).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(source.requests).toHaveLength(1)
})

it('gives up fetches under way when it is closed', async () => {
  source.answer = () => undefined
  start()
  await expect.poll(() => source.requests.length).toBe(1)
  const before = performance.now()
  await feeds?.close()
  expect(performance.now() - before).toBeLessThan(1000)
})
