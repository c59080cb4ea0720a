import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspectHere, newDataDir } from '../../../test/a-feed.ts'
import { type FeedServer, serveText, startFeedServer } from '../../../test/feed-server.ts'
import { updateDeps } from './update-deps.ts'

let source: FeedServer
beforeEach(async () => {
  source = await startFeedServer(serveText('192.0.2.1\n'))
})
afterEach(() => source.close())

const deps = (privateAllowed: boolean) =>
  updateDeps({
    ...{ dataDir: newDataDir(), settings: { privateAllowed }, inspect: inspectHere },
    ...{ now: () => 0, random: () => 0, signal: new AbortController().signal },
  })

const order = () => ({ url: source.url, etag: null, lastModified: null, linkOnPage: null, bytesMax: 100 })

it('says to a source which program asks, and nothing of who runs it', async () => {
  await deps(true).fetch(order())
  const { headers } = source.requests[0] ?? {}
  expect(headers?.['user-agent']).toMatch(/^TRACIO\/\d+\.\d+\.\d+ \(updates lists of IP addresses\)$/)
  expect(Object.keys(headers ?? {}).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
})

it('asks no private address and takes no private entry unless that is allowed', async () => {
  expect(await deps(false).fetch(order())).toMatchObject({ problem: { code: 'address_refused' } })
  expect([deps(false).specialSpaceAllowed, deps(true).specialSpaceAllowed]).toEqual([false, true])
})
