import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Display, startDisplay } from './browsers/display.ts'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import type { Engine, TestBrowser } from './browsers/test-browser.ts'
import { type CustomerSite, serveSite } from './customer-site.ts'
import { frameworkApp } from './framework-app.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

let tracio: TracioServer
let site: CustomerSite
beforeAll(async () => {
  tracio = await startTracio()
  const app = (await frameworkApp()).replaceAll('</script', '<\\/script')
  site = await serveSite(`<!doctype html><html lang="en"><head><title>shop</title><link rel="icon" href="data:,">
<script>globalThis.namesBefore = Object.getOwnPropertyNames(globalThis)</script>
<script src="${tracio.url}/agent.js?k=${tracio.publicKey}"></script>
<script>globalThis.namesAfter = Object.getOwnPropertyNames(globalThis)
  globalThis.restored = []
  addEventListener('pageshow', ({ persisted }) => restored.push(persisted))</script></head>
<body><script>${app}</script></body></html>`)
})
afterAll(async () => {
  await site?.close()
  await tracio?.dispose()
})

/** Longer than the late wave takes, whose file lives for some milliseconds after the page has its result. */
const LATE_MS = 2000

/** Everything that a page can keep, by where. */
const KEPT = `(async () => {
  const files = []
  const root = await navigator.storage?.getDirectory?.().catch(() => undefined)
  if (root?.keys) for await (const name of root.keys()) files.push(name)
  return {
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie, files,
    databases: ((await indexedDB.databases?.()) ?? []).map(({ name }) => name),
    caches: (await globalThis.caches?.keys()) ?? [],
    workers: ((await navigator.serviceWorker?.getRegistrations()) ?? []).length,
  }
})()`
const NOTHING = { local: [], session: [], cookie: '', files: [], databases: [], caches: [], workers: 0 }

const ASK = 'Tracio.init().getResult().then(({ visitorId }) => typeof visitorId)'

describe.each<Engine>(['chromium', 'firefox', 'webkit'])('a page with a framework, in %s', (engine) => {
  describe.skipIf(!canLaunch(engine, 'headful'))('as it is installed', () => {
    let display: Display
    let browser: TestBrowser
    beforeAll(async () => {
      display = await startDisplay()
      browser = await launchBrowser(engine, { mode: 'headful', display: display.name })
    })
    afterAll(async () => {
      await browser?.close()
      await display?.close()
    })

    /** The document at rest, with or without the agent having read it meanwhile. */
    async function documentAfter(what: string): Promise<unknown> {
      await browser.open(site.url)
      await browser.evaluate(what)
      await browser.evaluate('settled()')
      return browser.evaluate('document.documentElement.outerHTML')
    }

    it('has the same document as without the agent, and renders on meanwhile', async () => {
      const without = await documentAfter('new Promise((done) => setTimeout(done, 300))')
      expect(await documentAfter(ASK)).toBe(without)
      expect(await browser.evaluate('settled()')).toBeGreaterThan(3)
    })

    it('has one new global, by the script and by the reading', async () => {
      await browser.open(site.url)
      const before = `Object.getOwnPropertyNames(globalThis)`
      expect(await browser.evaluate('namesAfter.filter((name) => !namesBefore.includes(name))')).toEqual([
        'namesBefore',
        'Tracio',
      ])
      const added = await browser.evaluate(
        `(async (names) => { await ${ASK}; return ${before}.filter((name) => !names.includes(name)) })(${before})`,
      )
      expect(added).toEqual([])
    })

    it('keeps nothing where pages can look', async () => {
      await browser.open(site.url)
      expect(await browser.evaluate(ASK)).toBe('string')
      await browser.evaluate(`new Promise((done) => setTimeout(done, ${LATE_MS}))`)
      expect(await browser.evaluate(KEPT)).toEqual(NOTHING)
    })

    // Last, so that it has heard every page above. WebKit's driver hears nothing.
    it('has said nothing', () => {
      expect(browser.said ?? []).toEqual([])
    })
  })
})
