import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

/** A script of the kind that tools run before a page's own, in the page and in every frame of it. */
const DISGUISE = `
Object.defineProperty(navigator, 'webdriver', { get: () => false })
Object.defineProperty(Navigator.prototype, 'platform', { get() { return 'Win32' } })
HTMLCanvasElement.prototype.toDataURL = new Proxy(HTMLCanvasElement.prototype.toDataURL, {
  apply: (f, self, given) => Reflect.apply(f, self, given),
})
Date.prototype.getTimezoneOffset = function () { return 300 }`

let tracio: TracioServer
let browser: Awaited<ReturnType<typeof launchChromium>>
beforeAll(async () => {
  tracio = await startTracio()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await tracio.dispose()
})

/** What the demo page, which is shown everything, reads in a context; by name. */
async function readings(
  prepare: (context: BrowserContext) => Promise<unknown>,
): Promise<Readonly<Record<string, unknown>>> {
  const context = await browser.newContext()
  await prepare(context)
  const page = await context.newPage()
  const [response] = await Promise.all([
    page.waitForResponse((candidate) => candidate.url().endsWith('/api/identify')),
    page.goto(`${tracio.url}/demo`),
  ])
  // The demo's key is answered in full.
  const { signals } = (await response.json()) as { signals: readonly { name: string; value?: unknown }[] }
  await context.close()
  return Object.fromEntries(signals.map(({ name, value }) => [name, value]))
}

describe('a page of a browser', () => {
  it('that nobody changed shows no traces', async () => {
    expect(await readings(async () => undefined)).toMatchObject({
      automationArtefacts: [],
      addedNatives: [],
      documentKeys: ['location'],
      rootChildren: ['HEAD', 'BODY'],
      alteredInterfaces: [],
      alteredBuiltIns: [],
      callStack: { marks: [] },
    })
  })

  it('that a script disguises shows what it replaced, though the script runs in frames as well', async () => {
    const seen = await readings((context) => context.addInitScript(DISGUISE))
    expect(seen).toMatchObject({
      webdriverProperty: { depth: 0 },
      nativeFunctions: { 'Navigator.prototype.webdriver': { hidden: true } },
      alteredInterfaces: ['Navigator.platform!', 'HTMLCanvasElement.toDataURL!'],
      alteredBuiltIns: ['Date.getTimezoneOffset!'],
    })
  })

  it('that a driver has bound a function to shows the binding', async () => {
    const seen = await readings((context) => context.exposeFunction('tell', () => 1))
    expect(seen['automationGlobals']).not.toEqual([])
  })

  it('that a driver holds an overlay over shows it', async () => {
    const overlay =
      "addEventListener('DOMContentLoaded', () => document.documentElement.append(document.createElement('x-pw-glass')))"
    expect(await readings((context) => context.addInitScript(overlay))).toMatchObject({
      automationArtefacts: ['x-pw-glass'],
      rootChildren: ['HEAD', 'BODY', 'X-PW-GLASS'],
    })
  })
})
