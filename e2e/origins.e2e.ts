import { request } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { aPayload, type SessionAnswer, seal } from '../packages/server/test/payloads.ts'
import { getResult, launchChromium, visit } from './chromium.ts'
import { type CustomerSite, pageWithAgent, pageWithModule, serveSite } from './customer-site.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

let tracio: TracioServer
let shop: CustomerSite
let page: Page
beforeEach(async () => {
  tracio = await startTracio()
  shop = await serveSite(pageWithAgent(tracio.url, tracio.publicKey))
  page = await browser.newPage()
  await page.goto(shop.url)
})
afterEach(async () => {
  await page.close()
  await shop.close()
  await tracio.dispose()
})

it('identifies a page of another origin, credentials included', async () => {
  const first = await getResult(page)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const second = await getResult(page, { extendedResult: true })
  expect(second).toMatchObject({
    visitorId: first['visitorId'],
    products: { identification: { data: { cookie: 'known' } } },
  })
})

it('answers a JSON request of another origin, which the browser asks leave for first', async () => {
  const session = (await page.evaluate(
    async (url) => (await fetch(url, { credentials: 'include' })).json(),
    `${tracio.url}/api/session?k=${tracio.publicKey}`,
  )) as SessionAnswer
  const payload = seal(session, aPayload()).toString('base64')
  const answer = await page.evaluate(
    async ([url, body]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(url, { method: 'POST', credentials: 'include', headers, body })
      return { status: response.status, body: await response.json() }
    },
    [`${tracio.url}/api/identify`, JSON.stringify({ payload })] as const,
  )
  expect(answer).toMatchObject({ status: 200, body: { visitorId: expect.any(String) } })
})

it('lets the page read the error when it asks wrongly', async () => {
  const answer = await page.evaluate(
    async (url) => (await fetch(url, { credentials: 'include' })).json(),
    `${tracio.url}/api/session?k=nobody`,
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'key_unknown' } })
})

it('answers raw OPTIONS requests like a preflight', async () => {
  const { hostname, port } = new URL(tracio.url)
  const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
    const options = { hostname, port, method: 'OPTIONS', path: '/', headers: { origin: shop.url } }
    request(options, (response) => resolve({ ...response.headers, status: response.statusCode }))
      .on('error', reject)
      .end()
  })
  expect(headers).toMatchObject({
    status: 204,
    'access-control-allow-origin': shop.url,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'Content-Type, Authorization',
  })
})

it('keeps its cookie from another site, and says so', async () => {
  const elsewhere = await browser.newPage()
  await elsewhere.goto(shop.url.replace('localhost', '127.0.0.1'))
  const result = await getResult(elsewhere, { extendedResult: true })
  expect(result).toMatchObject({ products: { identification: { data: { cookie: 'cross_site' } } } })
})

it('works as a module of the page’s own', async () => {
  const site = await serveSite(pageWithModule)
  const own = await browser.newPage()
  await own.goto(site.url)
  const config = { publicKey: tracio.publicKey, endpoint: `${tracio.url}/` }
  expect(await getResult(own, {}, config)).toMatchObject({ visitorId: expect.stringMatching(/^[0-9a-zA-Z]{16}$/) })
  await site.close()
})

it('sends unsealed from a plain HTTP page, says so, and still knows the visitor by its signals', async () => {
  const plain = await launchChromium('--host-resolver-rules=MAP *.example.test 127.0.0.1')
  const named = (url: string, name: string): string => url.replace('localhost', `${name}.example.test`)
  const site = await serveSite(pageWithAgent(named(tracio.url, 'tracio'), tracio.publicKey))
  const context = await plain.newContext()
  const first = await visit(context, named(site.url, 'app'), { extendedResult: true })
  expect(first).toMatchObject({ products: { identification: { data: { sealed: false, cookie: 'none' } } } })
  // The cookie is marked Secure, so the browser does not keep it from plain HTTP.
  expect(await context.cookies()).toEqual([])
  expect(await visit(context, named(site.url, 'app'))).toMatchObject({ visitorId: first['visitorId'] })
  await plain.close()
  await site.close()
})
