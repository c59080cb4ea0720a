import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aFeed, inspectHere, newDataDir, publicLines } from '../../../test/a-feed.ts'
import { type FeedServer, serveStatus, serveText, startFeedServer } from '../../../test/feed-server.ts'
import type { Feed } from './feed.ts'
import { createFeedFolder } from './feed-folder.ts'
import { updateDeps } from './update-deps.ts'
import { type UpdateOutcome, updateFeed } from './update-feed.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let source: FeedServer
let dataDir: string
let clock: number
beforeEach(async () => {
  source = await startFeedServer(serveText(publicLines(100), { etag: '"one"' }))
  dataDir = newDataDir()
  clock = 1_793_500_000_000
})
afterEach(() => source.close())

const feed = (part: Partial<Feed> = {}): Feed => aFeed({ urls: [source.url], ...part })

const update = (part: Partial<Feed> = {}, confirmed = false, privateAllowed = true): Promise<UpdateOutcome> => {
  const surroundings = { dataDir, inspect: inspectHere, now: () => clock, random: () => 0 }
  const pace = { connectMs: 1000, totalMs: 300 }
  const deps = updateDeps({ ...surroundings, settings: { privateAllowed }, signal: new AbortController().signal, pace })
  return updateFeed(feed(part), deps, confirmed)
}

const state = () => createFeedFolder(dataDir).readState('example_vpn')

/** Ends before the length that it announced. */
const cutOff: FeedServer['answer'] = (_request, response) => {
  response.writeHead(200, { 'content-length': '5000' })
  response.write(publicLines(90), () => response.destroy())
}

/** A day later, the source answers so. */
const nextDay = (answer: FeedServer['answer']): void => {
  clock += DAY
  source.answer = answer
}

it('keeps a list with all that is to be known of it', async () => {
  expect(await update()).toMatchObject({ result: 'accepted', parts: [{ provider: 'Example VPN' }] })
  expect(await state()).toMatchObject({
    url: source.url,
    etag: '"one"',
    confirmedAt: clock,
    current: { entries: 100, addresses: 100, acceptedAt: clock },
    previous: null,
    failures: 0,
    problem: null,
    nextAt: clock + DAY,
  })
})

it('asks whether it changed, and takes "no" for good news', async () => {
  await update()
  clock += DAY
  expect(await update()).toMatchObject({ result: 'unchanged', state: { confirmedAt: clock, nextAt: clock + DAY } })
  expect(source.requests.at(-1)?.headers['if-none-match']).toBe('"one"')
})

it('knows the same bytes again where the source does not say so', async () => {
  source.answer = serveText(publicLines(100))
  await update()
  const acceptedAt = clock
  clock += DAY
  expect(await update()).toMatchObject({
    result: 'unchanged',
    state: { confirmedAt: clock, current: { acceptedAt } },
  })
})

it('keeps the last two versions', async () => {
  await update()
  for (const [at, count] of [101, 102, 103].entries()) {
    nextDay(serveText(publicLines(count), { etag: `"${at}"` }))
    expect(await update()).toMatchObject({ result: 'accepted' })
  }
  const { current, previous } = await state()
  expect([current?.entries, previous?.entries]).toEqual([103, 102])
  const files = readdirSync(join(dataDir, 'feeds/example_vpn')).sort()
  expect(files).toEqual([`${current?.sha256}.list`, `${previous?.sha256}.list`, 'state.json'].sort())
})

it('asks for everything again when the disk has lost it', async () => {
  await update()
  const { current } = await state()
  truncateSync(join(dataDir, 'feeds/example_vpn', `${current?.sha256}.list`), 5)
  clock += DAY
  expect(await update()).toMatchObject({ result: 'unchanged' })
  expect(source.requests.at(-1)?.headers['if-none-match']).toBeUndefined()
})

it('does not come back before the source likes it, whoever asks', async () => {
  await update()
  clock += HOUR - 1
  expect(await update()).toMatchObject({ result: 'too_soon' })
  clock += 1
  expect(await update()).toMatchObject({ result: 'unchanged' })
  expect(source.requests).toHaveLength(2)
})

it('is not held up by a source that never answered', async () => {
  expect(await update({ urls: ['http://127.0.0.1:1/'] })).toMatchObject({
    result: 'failed',
    problem: { code: 'connect_failed' },
  })
  expect(await update()).toMatchObject({ result: 'accepted' })
})

it('goes to the mirror where the source fails', async () => {
  const mirror = await startFeedServer(serveText(publicLines(50)))
  source.answer = serveStatus(503)
  expect(await update({ urls: [source.url, mirror.url] })).toMatchObject({
    result: 'accepted',
    state: { url: mirror.url, current: { entries: 50 } },
  })
  await mirror.close()
})

describe('keeps the last good version, and says why, after', () => {
  it.each([
    ['an error', serveStatus(500), 'http_status'],
    ['silence', () => undefined, 'timed_out'],
    ['a page', serveText('<html>', { 'content-type': 'text/html' }), 'wrong_type'],
    ['another type inside', serveText('{"list": []}'), 'format_unknown'],
    ['a cut', cutOff, 'truncated'],
    ['a bomb', serveText(gzipSync(Buffer.alloc(9_000_000)), { 'content-encoding': 'gzip' }), 'too_big'],
    ['too much', serveText('#'.repeat(100_001)), 'too_big'],
    ['private ranges', serveText(`${publicLines(100)}10.0.0.0/8\n`), 'special_space'],
    ['emptiness', serveText(''), 'entries_out_of_bounds'],
    ['a resolver', serveText(`${publicLines(100)}1.1.1.1\n`), 'known_good_listed'],
    ['a loop', serveStatus(302, { location: '/list.txt' }), 'redirected_too_often'],
  ] as const)('%s', async (_name, answer, code) => {
    await update()
    const before = await state()
    nextDay(answer)
    expect(await update()).toMatchObject({ result: 'failed', problem: { code } })
    const after = await state()
    expect(after).toMatchObject({
      current: before.current,
      confirmedAt: before.confirmedAt,
      etag: before.etag,
      failures: 1,
      problem: { code, at: clock },
      nextAt: clock + HOUR,
    })
    const sha256 = before.current?.sha256 ?? ''
    expect(await createFeedFolder(dataDir).readVersion('example_vpn', sha256)).toEqual(Buffer.from(publicLines(100)))
  })

  it('a private address', async () => {
    await update()
    clock += DAY
    expect(await update({}, false, false)).toMatchObject({ result: 'failed', problem: { code: 'address_refused' } })
    expect((await state()).current?.entries).toBe(100)
  })

  it('recovers with the next good answer', async () => {
    await update()
    nextDay(serveStatus(500))
    await update()
    nextDay(serveText(publicLines(101)))
    expect(await update()).toMatchObject({ result: 'accepted', state: { failures: 0, problem: null } })
  })
})

describe('a list that was halved', () => {
  beforeEach(async () => {
    await update()
    nextDay(serveText(publicLines(50)))
    expect(await update()).toMatchObject({ result: 'held', problem: { code: 'changed_too_much' } })
  })

  it('waits, while the last good version stays', async () => {
    expect(await state()).toMatchObject({
      current: { entries: 100 },
      held: { entries: 50, times: 1, since: clock },
      failures: 0,
      nextAt: clock + DAY / 2,
    })
  })

  it('is taken at the operator’s word, without asking the source again', async () => {
    const { length } = source.requests
    expect(await update({}, true)).toMatchObject({
      result: 'accepted',
      state: { current: { entries: 50 }, held: null },
    })
    expect(source.requests).toHaveLength(length)
    expect((await state()).previous?.entries).toBe(100)
  })

  it('is taken when it stays so for a day', async () => {
    clock += DAY / 2
    expect(await update()).toMatchObject({ result: 'held' })
    clock += DAY / 2
    expect(await update()).toMatchObject({ result: 'accepted', state: { current: { entries: 50 }, held: null } })
  })

  it('is forgotten when it was a mistake', async () => {
    nextDay(serveText(publicLines(100), { etag: '"one"' }))
    expect(await update()).toMatchObject({ result: 'unchanged', state: { held: null, current: { entries: 100 } } })
    expect(readdirSync(join(dataDir, 'feeds/example_vpn'))).toHaveLength(2)
  })

  it('is news and no change once the last version is too old to be used', async () => {
    clock += 14 * DAY
    expect(await update()).toMatchObject({ result: 'accepted', state: { current: { entries: 50 } } })
  })
})

it('does not ask a source again at once when the disk fails or the list cannot be worked on', async () => {
  const working = updateDeps({
    ...{ dataDir, inspect: inspectHere, now: () => clock, random: () => 0 },
    ...{ settings: { privateAllowed: true }, signal: new AbortController().signal },
  })
  const broken = { ...working, inspect: () => Promise.reject(new Error('A thread ended without an answer.')) }
  expect(await updateFeed(feed(), broken)).toMatchObject({
    result: 'failed',
    problem: { code: 'internal' },
    state: { failures: 1, nextAt: clock + HOUR },
    error: new Error('A thread ended without an answer.'),
  })
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' })
  const folder = { ...working.folder, writeVersion: () => Promise.reject(full) }
  expect(await updateFeed(feed(), { ...working, folder })).toMatchObject({
    result: 'failed',
    problem: { code: 'disk_failed', message: expect.stringContaining('ENOSPC') },
  })
})

it('leaves a feed alone that another process is at', async () => {
  const release = await createFeedFolder(dataDir).lock('example_vpn', Date.now())
  expect(await update()).toEqual({ result: 'busy' })
  await release?.()
})
