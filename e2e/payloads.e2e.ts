import { join } from 'node:path'
import type { EpochMs } from '@tracio/contract'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { readOrMakeKeyFile } from '../packages/server/src/adapters/key-file.ts'
import { createSecretBox } from '../packages/server/src/adapters/secret-box.ts'
import { openDatabase } from '../packages/server/src/adapters/sqlite/database.ts'
import { createSqliteDirectory } from '../packages/server/src/adapters/sqlite/directory.ts'
import { createSecretRing } from '../packages/server/src/session/secret-ring.ts'
import { createSessions } from '../packages/server/src/session/sessions.ts'
import { aPayload, seal } from '../packages/server/test/payloads.ts'
import { getResult, launchChromium } from './chromium.ts'
import { type CustomerSite, pageWithAgent, serveSite } from './customer-site.ts'
import { type RecordingProxy, recordInFrontOf } from './recording-proxy.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** A server of its own, and on it a real browser's visit with the payload that it posted. */
let tracio: TracioServer
let proxy: RecordingProxy
let shop: CustomerSite
let context: BrowserContext
let posted: Buffer<ArrayBuffer>
let answered: ApiBody
beforeEach(async () => {
  tracio = await startTracio()
  proxy = await recordInFrontOf(tracio.url)
  shop = await serveSite(pageWithAgent(proxy.url, tracio.publicKey))
  context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(shop.url)
  answered = await getResult(page)
  posted = proxy.posted.at(-1) ?? Buffer.alloc(0)
})
afterEach(async () => {
  await context.close()
  await shop.close()
  await proxy.close()
  await tracio.dispose()
})

/** Posts bytes as the browser did, from where a thief or a clumsy network would. */
async function post(body: Buffer<ArrayBuffer>): Promise<{ readonly status: number; readonly body: ApiBody }> {
  const headers = { origin: shop.url, 'content-type': 'text/plain' }
  const response = await fetch(`${tracio.url}/api/identify`, { method: 'POST', body, headers })
  return { status: response.status, body: (await response.json()) as ApiBody }
}

/** The browser's next visit goes as if nothing had happened. */
async function expectUnharmed(): Promise<void> {
  const page = await context.newPage()
  await page.goto(shop.url)
  expect(await getResult(page)).toMatchObject({ visitorId: answered['visitorId'], visitorFound: true })
}

it('answers the same payload again with the stored answer', async () => {
  expect(await post(posted)).toMatchObject({
    status: 200,
    body: { requestId: answered['requestId'], visitorId: answered['visitorId'] },
  })
  await expectUnharmed()
})

it.each([
  ['edited in its bytes', (bytes: Buffer<ArrayBuffer>) => bytes.fill(0, 400, 410), 400, 'payload_unreadable'],
  ['edited in its session', (bytes: Buffer<ArrayBuffer>) => bytes.fill(65, 10, 14), 400, 'session_unknown'],
  ['truncated', (bytes: Buffer<ArrayBuffer>) => bytes.subarray(0, 500), 400, 'payload_unreadable'],
  ['oversized', () => Buffer.alloc(300 * 1024, 1), 413, 'payload_too_large'],
])('refuses a payload that was %s, and harms nobody', async (_name, change, status, code) => {
  expect(await post(change(Buffer.from(posted)))).toMatchObject({ status, body: { ok: false, error: { code } } })
  await expectUnharmed()
})

it('stores another payload of a used session as a replay, and teaches nobody anything', async () => {
  const session = (await (
    await fetch(`${tracio.url}/api/session?k=${tracio.publicKey}`, { headers: { origin: shop.url } })
  ).json()) as { session: string; key: string }
  expect(await post(seal(session, aPayload()))).toMatchObject({ status: 200 })
  const replay = await post(seal(session, aPayload(undefined, { tag: 'again' })))
  const event = await tracio.api(`/api/v1/subscriptions/${tracio.workspaceId}/events/${replay.body['requestId']}`)
  expect(event.body).toMatchObject({ data: { replayed: true, session: 'replayed' } })
  await expectUnharmed()
})

it('stores an expired session, and identifies nobody by it', async () => {
  const elevenMinutesAgo = (Date.now() - 11 * 60_000) as EpochMs
  const db = openDatabase({ file: join(tracio.dataDir, 'tracio.sqlite'), synchronous: 'normal' })
  const directory = createSqliteDirectory(db, createSecretBox(readOrMakeKeyFile(tracio.dataDir)))
  const key = (await directory.publicKeys()).find((one) => one.key === tracio.publicKey)
  const sessions = createSessions(createSecretRing(directory))
  const old = await sessions.issue(key?.number ?? -1, shop.url, elevenMinutesAgo)
  db.close()
  const late = await post(seal(old, aPayload()))
  expect(late).toMatchObject({ status: 200, body: { visitorId: null } })
  const event = await tracio.api(`/api/v1/subscriptions/${tracio.workspaceId}/events/${late.body['requestId']}`)
  expect(event.body).toMatchObject({ data: { session: 'expired', visitor_id: null, visit_type: null } })
  await expectUnharmed()
})

it('tells a page with a wrong key what is wrong, for good', async () => {
  const page = await context.newPage()
  await page.goto(shop.url)
  expect(await getResult(page, {}, { publicKey: 'tracio_pk_wrong' })).toMatchObject({ code: 'invalid_config' })
  await expectUnharmed()
})
