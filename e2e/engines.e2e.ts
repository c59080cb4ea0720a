import { signals as catalogue, currentSignalNames, type SignalName } from '@tracio/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Display, startDisplay } from './browsers/display.ts'
import { getResultIn } from './browsers/get-result-in.ts'
import { canLaunch, engineModes, launchBrowser } from './browsers/launch.ts'
import type { Engine, Mode, TestBrowser } from './browsers/test-browser.ts'
import { openUndriven } from './browsers/undriven.ts'
import { type CustomerSite, pageWithAgent, pageWithModule, serveSite } from './customer-site.ts'
import { serveReportingSite } from './reporting-site.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

/** Gaps that say what a browser lacks or forbids. The others say that we failed. */
const HONEST_GAPS = ['unavailable', 'denied', 'unsupported', 'unstable', 'blocked']

/** What is true of a browser on this system; Debian 12 without a GPU, November 2026. */
interface Truth {
  /** Signals that it lacks, and says so. */
  readonly lacks: readonly string[]
  /** Enough of the frozen tier is there to be known by. */
  readonly knownBySignals: boolean
}

const plain: Truth = { lacks: [], knownBySignals: true }
const withoutHints: Truth = { lacks: ['memoryGib', 'clientHints'], knownBySignals: true }

const truths: Readonly<Record<Engine, Readonly<Partial<Record<Mode, Truth>>>>> = {
  chromium: { headless: plain, headful: plain, private: plain },
  firefox: {
    // Without a display there is no WebGL, and canvas is noise: four frozen signals are too few.
    headless: {
      lacks: [...withoutHints.lacks, 'webglBasics', 'webglParameters'],
      knownBySignals: false,
    },
    headful: withoutHints,
    private: withoutHints,
  },
  webkit: { headful: withoutHints, private: withoutHints },
}

describe.each(engineModes)('%s, %s', (engine, mode) => {
  const { lacks, knownBySignals } = truths[engine][mode] ?? plain

  describe.skipIf(!canLaunch(engine, mode))('as it is installed', () => {
    let display: Display | undefined
    let tracio: TracioServer
    let shop: CustomerSite
    let browser: TestBrowser
    beforeAll(async () => {
      display = mode === 'headless' ? undefined : await startDisplay()
      tracio = await startTracio()
      shop = await serveSite(pageWithAgent(tracio.url, tracio.publicKey))
      browser = await launchBrowser(engine, { mode, display: display?.name })
    })
    afterAll(async () => {
      await browser?.close()
      await shop?.close()
      await tracio?.dispose()
      await display?.close()
    })

    const visit = async (options: object = {}, another = browser) => {
      await another.open(shop.url)
      return getResultIn(another, options)
    }

    /** By the driver where it reaches the cookies, else by the site that they belong to. */
    const clearCookies = () => browser.jar?.clear() ?? browser.open(`${shop.url}/forget`)

    it('is given an id, and keeps it by its cookie', async () => {
      const first = await visit()
      expect(first).toMatchObject({ visitorId: expect.stringMatching(/^[0-9a-zA-Z]{16}$/), visitorFound: false })
      const second = await visit({ extendedResult: true })
      expect(second).toMatchObject({
        visitorId: first['visitorId'],
        visitorFound: true,
        products: { identification: { data: { cookie: 'known' } } },
      })
      const cookie = { name: '_tcid', domain: 'localhost', httpOnly: true, secure: false, sameSite: 'Lax' }
      expect(await browser.jar?.list()).toEqual(browser.jar && [expect.objectContaining(cookie)])
    })

    const again = knownBySignals ? 'is known by its signals' : 'is new for want of signals'

    it(`${again} when its cookie was cleared`, async () => {
      const before = await visit()
      await clearCookies()
      const after = await visit({ extendedResult: true })
      expect(after).toMatchObject({
        visitorFound: knownBySignals,
        products: { identification: { data: { cookie: 'none' } } },
      })
      expect(after['visitorId'] === before['visitorId']).toBe(knownBySignals)
    })

    it('is a bot, because it says that a program drives it', async () => {
      const { requestId } = await visit()
      expect(await tracio.api(`/api/v1/events/${requestId}`)).toMatchObject({
        body: { products: { botd: { data: { bot: { result: 'bad', type: 'webdriver' } } } } },
      })
    })

    /** Every reading, which the demo page of this server is shown. */
    async function readSignals(): Promise<readonly Shown[]> {
      await browser.open(`${tracio.url}/demo`)
      const { signals } = await getResultIn(browser, { extendedResult: true })
      // The demo's key is answered in full.
      return signals as readonly Shown[]
    }

    it('gives a value for every signal or says honestly what it lacks, and of what lasts the same at the next load', async () => {
      const signals = await readSignals()
      expect(signals.map(({ name }) => name)).toEqual(currentSignalNames)
      // What belongs into the late wave is not in the answer.
      const gaps = signals.filter(({ gap, name }) => gap !== undefined && !('wave' in catalogue[name]))
      expect(gaps.filter(({ gap = '' }) => !HONEST_GAPS.includes(gap))).toEqual([])
      expect(gaps.map(({ name }) => name)).toEqual(expect.arrayContaining([...lacks]))
      expect(lasting(await readSignals())).toEqual(lasting(signals))
    })

    // The same in every mode, and a launch takes seconds: once an engine is enough.
    if (mode === 'headful') {
      it(`${again} in a new profile, whatever noise the engine adds`, async () => {
        const before = await visit()
        const fresh = await launchBrowser(engine, { mode, display: display?.name })
        const after = await visit({}, fresh).finally(fresh.close)
        expect(after['visitorId'] === before['visitorId']).toBe(knownBySignals)
      })

      it('runs the module as well as the script', async () => {
        const site = await serveSite(pageWithModule)
        await browser.open(site.url)
        const config = { publicKey: tracio.publicKey, endpoint: tracio.url }
        expect(await getResultIn(browser, {}, config).finally(site.close)).toMatchObject({ bot: { result: 'bot' } })
      })
    }

    // Last, so that it has heard every page above. WebKit's driver hears nothing: see the undriven ones.
    it('has heard nothing in the console', () => {
      expect(browser.said ?? []).toEqual([])
    })
  })
})

const withWindows = engineModes.filter(([, mode]) => mode !== 'headless')

describe.each(withWindows)('%s, %s, driven by nobody', (engine, mode) => {
  describe.skipIf(!canLaunch(engine, mode))('as it is installed', () => {
    let result: ApiBody
    let printed: string
    beforeAll(async () => {
      const display = await startDisplay()
      const tracio = await startTracio()
      const site = await serveReportingSite(tracio.url, tracio.publicKey)
      const browser = openUndriven(engine, mode, display.name, site.url)
      result = await site.told().finally(browser.close)
      printed = browser.printed()
      await site.close()
      await tracio.dispose()
      await display.close()
    })

    it('is identified, and is no bot', () => {
      expect(result).toMatchObject({ visitorFound: false, bot: { detected: false, result: 'human' } })
    })

    // The others print no consoles; their drivers hear them above.
    if (engine === 'webkit') {
      it('prints nothing to the console of the page', () => {
        expect(printed).not.toMatch(/\bCONSOLE\b/)
      })
    }
  })
})

/** What must be the same at the next load: readings of the tiers that last. */
const lasting = (signals: readonly Shown[]): readonly Pick<Shown, 'name' | 'gap' | 'value'>[] =>
  signals
    .filter(({ tier }) => tier === 'frozen' || tier === 'semi')
    .map(({ name, gap, value }) => ({ name, gap, value }))

/** A signal of an answer of level `full`. */
interface Shown {
  readonly name: SignalName
  readonly tier: string
  readonly value?: unknown
  readonly gap?: string | undefined
}
