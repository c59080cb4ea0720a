import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Display, startDisplay } from './browsers/display.ts'
import { getResultIn } from './browsers/get-result-in.ts'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import type { Engine, TestBrowser } from './browsers/test-browser.ts'
import { type CustomerSite, pageWithAgent, serveSite } from './customer-site.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

const engines: readonly Engine[] = ['chromium', 'firefox', 'webkit']

/** How many things each kind of storage holds; null where the browser does not have or does not tell it. */
const COUNTS = `(async () => {
  const count = async (things) => {
    try {
      let n = 0
      for await (const thing of await things()) n++
      return n
    } catch {
      return null
    }
  }
  return {
    databases: await count(() => indexedDB.databases()),
    caches: await count(() => caches.keys()),
    files: await count(async () => (await navigator.storage.getDirectory()).keys()),
    localItems: localStorage.length,
    sessionItems: sessionStorage.length,
    workers: await count(() => navigator.serviceWorker.getRegistrations()),
  }
})()`

/** Longer than a browser takes to show a bar above the page that tells of something missing. */
const BAR_MS = 1000

describe.each(engines)('%s, when the agent has read all', (engine) => {
  describe.skipIf(!canLaunch(engine, 'headful'))('as it is installed', () => {
    let display: Display
    let tracio: TracioServer
    let shop: CustomerSite
    let browser: TestBrowser
    let before: unknown
    let after: unknown
    beforeAll(async () => {
      display = await startDisplay()
      tracio = await startTracio()
      shop = await serveSite(pageWithAgent(tracio.url, tracio.publicKey))
      browser = await launchBrowser(engine, { mode: 'headful', display: display.name })
      await browser.open(shop.url)
      before = await browser.evaluate('innerHeight')
      await getResultIn(browser)
      after = await browser.evaluate(`new Promise((r) => setTimeout(() => r(innerHeight), ${BAR_MS}))`)
    })
    afterAll(async () => {
      await browser?.close()
      await shop?.close()
      await tracio?.dispose()
      await display?.close()
    })

    it('has nothing of it in any storage of the page', async () => {
      const counts = await browser.evaluate(COUNTS)
      expect(counts).toMatchObject({ databases: 0, caches: 0, localItems: 0, sessionItems: 0, workers: 0 })
      expect(counts).toMatchObject({ files: engine === 'webkit' ? null : 0 })
    })

    it('has shown its user no bar above the page', () => {
      expect(before).toBeGreaterThan(0)
      expect(after).toBe(before)
    })
  })
})
