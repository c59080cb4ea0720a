import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { blockedBy } from '../scripts/rules/blocker-rules.ts'
import { getResult, launchChromium } from './chromium.ts'
import { type CustomerSite, serveSite } from './customer-site.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

let browser: Browser
let tracio: TracioServer
let shop: CustomerSite
beforeAll(async () => {
  browser = await launchChromium()
  tracio = await startTracio({ TRACIO_SCRIPT_PATH: '/assets/shop.js', TRACIO_API_PATH: '/assets/cart' })
  shop = await serveSite(`<!doctype html><html lang="en"><head><title>shop</title><link rel="icon" href="data:,">
<script src="${tracio.url}/assets/shop.js?k=${tracio.publicKey}"></script></head><body><h1>Shop</h1></body></html>`)
})
afterAll(async () => {
  await shop.close()
  await tracio.dispose()
  await browser.close()
})

it('identifies by the names that the operator chose, with a blocker that knows our own', async () => {
  const page = await browser.newPage()
  const asked: string[] = []
  await page.route(
    (url) => blockedBy(url.href) !== undefined || /\/agent\.js|\/api\//.test(url.pathname),
    (route) => route.abort('blockedbyclient'),
  )
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(shop.url)
  expect(await getResult(page)).toMatchObject({ visitorId: expect.stringMatching(/^[0-9a-zA-Z]{16}$/) })
  expect(asked).toEqual([
    '/',
    '/assets/shop.js',
    expect.stringMatching(/^\/assets\/.*\/session$/),
    expect.stringMatching(/\/identify$/),
  ])
  await page.close()
})
