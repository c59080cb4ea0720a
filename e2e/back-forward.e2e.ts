import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Display, startDisplay } from './browsers/display.ts'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import { programPath } from './browsers/program-path.ts'
import { SWITCHES } from './chromium.ts'
import { type CustomerSite, serveSite } from './customer-site.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'
import { watchersScript } from './watching-page.ts'

let tracio: TracioServer
let site: CustomerSite
beforeAll(async () => {
  tracio = await startTracio()
  site = await serveSite(`<!doctype html><html lang="en"><head><title>shop</title><link rel="icon" href="data:,">
<script src="${tracio.url}/agent.js?k=${tracio.publicKey}"></script>
<script>globalThis.shown = []; addEventListener('pageshow', ({ persisted }) => shown.push(persisted))</script></head>
<body><h1>Shop</h1><script>${await watchersScript()}</script></body></html>`)
})
afterAll(async () => {
  await site?.close()
  await tracio?.dispose()
})

/** The part of a driven tab that is used here. */
interface Tab {
  open(url: string): Promise<void>
  evaluate(expression: string): Promise<unknown>
}

/** A page from the cache is back within some 100 ms. Chosen by hand, November 2026. */
const BACK_MS_MAX = 10_000

/** What the page was shown as, after a visit to another one: false for the load, true for a return from the cache. */
async function shownAfterReturn({ open, evaluate }: Tab): Promise<unknown> {
  await open(`${site.url}/first`)
  expect(await evaluate('Tracio.init().getResult().then(({ visitorId }) => typeof visitorId)')).toBe('string')
  await open(`${site.url}/second`)
  await evaluate('void setTimeout(() => history.back(), 0)')
  for (const until = Date.now() + BACK_MS_MAX; Date.now() < until; ) {
    // A question that the navigation overtakes has no answer.
    const at = await evaluate('location.pathname').catch(() => 'on the way')
    if (at === '/first') return evaluate('new Promise((done) => setTimeout(() => done(shown), 100))')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return 'never came back'
}

/** Playwright switches the cache off, unless it is told not to. */
const launchWithCache = (): Promise<Browser> =>
  chromium.launch({
    executablePath: programPath('chromium'),
    args: SWITCHES,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })

it('Chromium brings a page with agent and watchers back from its cache', async () => {
  const browser = await launchWithCache()
  const page = await browser.newPage()
  const tab: Tab = { open: async (url) => void (await page.goto(url)), evaluate: (text) => page.evaluate(text) }
  expect(await shownAfterReturn(tab)).toEqual([false, true])
  await browser.close()
})

it.skipIf(!canLaunch('firefox', 'headful'))('so does Firefox', async () => {
  const display: Display = await startDisplay()
  const browser = await launchBrowser('firefox', { mode: 'headful', display: display.name })
  expect(await shownAfterReturn(browser)).toEqual([false, true])
  await browser.close()
  await display.close()
})
