import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { getResult, launchChromium, visit } from './chromium.ts'
import { type CustomerSite, pageWithAgent, serveSite } from './customer-site.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

/** A cookie counts as alive again only this long after another one was given; see `DISPUTE_GRACE_MS`. */
const GRACE_MS = 2100

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

let tracio: TracioServer
let shop: CustomerSite
let context: BrowserContext
beforeEach(async () => {
  tracio = await startTracio()
  shop = await serveSite(pageWithAgent(tracio.url, tracio.publicKey))
  context = await browser.newContext()
})
afterEach(async () => {
  await context.close()
  await shop.close()
  await tracio.dispose()
})

it('gives a first visit a new id with confidence 0.90', async () => {
  const first = await visit(context, shop.url)
  expect(first).toMatchObject({ visitorFound: false, confidence: 0.9 })
  expect(first['visitorId']).toMatch(/^[0-9a-zA-Z]{16}$/)
})

it('knows a second visit by its cookie, and is surer of it', async () => {
  const first = await visit(context, shop.url)
  const second = await visit(context, shop.url)
  expect(second).toMatchObject({ visitorId: first['visitorId'], visitorFound: true })
  expect(second['confidence']).toBeGreaterThan(0.9)
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ name: '_tcid', httpOnly: true, sameSite: 'Lax' })
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(364 * 86_400)
})

it('knows a visitor whose cookie was cleared by the frozen signals', async () => {
  const first = await visit(context, shop.url)
  await context.clearCookies()
  const second = await visit(context, shop.url, { extendedResult: true })
  expect(second).toMatchObject({ visitorId: first['visitorId'], visitorFound: true })
  expect(second['confidence']).toBeGreaterThanOrEqual(0.85)
  expect(second['confidence']).toBeLessThanOrEqual(0.95)
})

it('never merges two browsers that look alike once two cookies are alive', async () => {
  const other = await browser.newContext()
  const ada = await visit(context, shop.url)
  await visit(other, shop.url)
  await pause(GRACE_MS)
  expect(await visit(context, shop.url)).toMatchObject({ visitorId: ada['visitorId'] })
  const bob = await visit(other, shop.url)
  expect(bob['visitorId']).not.toBe(ada['visitorId'])
  for (let round = 0; round < 3; round++) {
    expect(await visit(context, shop.url)).toMatchObject({ visitorId: ada['visitorId'], visitorFound: true })
    expect(await visit(other, shop.url)).toMatchObject({ visitorId: bob['visitorId'], visitorFound: true })
  }
  const third = await browser.newContext()
  expect(await visit(third, shop.url, { extendedResult: true })).toMatchObject({
    visitorFound: false,
    products: { identification: { data: { ambiguous: true, lookAlikes: 2 } } },
  })
  await Promise.all([other.close(), third.close()])
})

it('gives two tabs that open at once one visitor', async () => {
  const pages = await Promise.all([context.newPage(), context.newPage()])
  await Promise.all(pages.map((page) => page.goto(shop.url)))
  const [one, two] = await Promise.all(pages.map((page) => getResult(page)))
  expect(two?.['visitorId']).toBe(one?.['visitorId'])
  expect(await visit(context, shop.url)).toMatchObject({ visitorId: one?.['visitorId'] })
})

it('lets the backend read what the page was told, by both routes, and erase it', async () => {
  const page = await visit(context, shop.url)
  const products = await tracio.api(`/api/v1/events/${page['requestId']}`)
  expect(products).toMatchObject({
    status: 200,
    body: {
      visitorId: page['visitorId'],
      products: { identification: { data: { url: `${shop.url}/`, sealed: true } } },
    },
  })
  const flat = await tracio.api(`/api/v1/subscriptions/${tracio.workspaceId}/events/${page['requestId']}`)
  expect(flat).toMatchObject({
    status: 200,
    body: { ok: true, data: { visitor_id: page['visitorId'], visit_type: 'new' } },
  })
  expect(await tracio.api(`/api/v1/visitors/${page['visitorId']}`, 'DELETE')).toMatchObject({ status: 200 })
  expect(await tracio.api(`/api/v1/events/${page['requestId']}`)).toMatchObject({ status: 404 })
  const after = await visit(context, shop.url)
  expect(after).toMatchObject({ visitorFound: false })
  expect(after['visitorId']).not.toBe(page['visitorId'])
})
