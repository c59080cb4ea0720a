import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Display, startDisplay } from './browsers/display.ts'
import { getResultIn } from './browsers/get-result-in.ts'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import type { Engine, TestBrowser } from './browsers/test-browser.ts'
import { type CustomerSite, pageWithAgent, serveSite } from './customer-site.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

const engines: readonly Engine[] = ['chromium', 'firefox', 'webkit']

/** A late wave is sealed within milliseconds of the result, or of what it waits for. */
const SEALED_MS = 1500

/** How long it may take to arrive and to be stored, on a busy machine. */
const ARRIVED_MS_MAX = 10_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe.each(engines)('%s', (engine) => {
  describe.skipIf(!canLaunch(engine, 'headful'))('with a window', () => {
    let display: Display
    let tracio: TracioServer
    let shop: CustomerSite
    let elsewhere: CustomerSite
    let browser: TestBrowser
    beforeAll(async () => {
      display = await startDisplay()
      tracio = await startTracio()
      shop = await serveSite(pageWithAgent(tracio.url, tracio.publicKey))
      elsewhere = await serveSite('<!doctype html><title>elsewhere</title><link rel="icon" href="data:,">')
      browser = await launchBrowser(engine, { mode: 'headful', display: display.name })
    })
    afterAll(async () => {
      await browser?.close()
      await shop?.close()
      await elsewhere?.close()
      await tracio?.dispose()
      await display?.close()
    })

    const eventOf = async ({ requestId }: ApiBody): Promise<ApiBody> => {
      const { body } = await tracio.api(`/api/v1/subscriptions/${tracio.workspaceId}/events/${requestId}`)
      return body['data'] as ApiBody
    }

    /** The event when it has its second revision, or as it is when that does not come. */
    async function amended(result: ApiBody): Promise<ApiBody> {
      const untilMs = Date.now() + ARRIVED_MS_MAX
      for (;;) {
        const event = await eventOf(result)
        if (event['revision'] !== 1 || Date.now() > untilMs) return event
        await pause(50)
      }
    }

    const visit = async (config: object = {}): Promise<ApiBody> => {
      await browser.open(shop.url)
      return getResultIn(browser, {}, config)
    }

    it('says what came late when its page goes elsewhere, and what it had no time for is filled in', async () => {
      const result = await visit({ budgetMs: 1 })
      expect(await eventOf(result)).toMatchObject({ revision: 1, phase: 'primary' })
      await pause(SEALED_MS)
      await browser.open(elsewhere.url)
      expect(await amended(result)).toMatchObject({ revision: 2, phase: 'late', visitor_id: result['visitorId'] })
    })

    it('says it while its page stays, after the time that was asked for, and not again when that goes', async () => {
      const result = await visit({ lateAfterMs: 300 })
      expect(await amended(result)).toMatchObject({ revision: 2, phase: 'late' })
      await browser.open(elsewhere.url)
      await pause(SEALED_MS)
      expect(await eventOf(result)).toMatchObject({ revision: 2 })
    })

    it('says nothing more when it was destroyed, or when the consent was taken back', async () => {
      for (const end of ['destroy()', 'consent(false)']) {
        const result = await visit({ lateAfterMs: 300 })
        await browser.evaluate(`void Tracio.init().${end}`)
        await pause(SEALED_MS)
        await browser.open(elsewhere.url)
        await pause(SEALED_MS)
        expect(await eventOf(result)).toMatchObject({ revision: 1, phase: 'primary' })
      }
    })
  })
})
