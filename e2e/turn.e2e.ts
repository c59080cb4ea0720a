import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getResultIn } from './browsers/get-result-in.ts'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import type { Engine, TestBrowser } from './browsers/test-browser.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'
import { ownAddress, startTurnServer, type TurnManner } from './turn-server.ts'

const engines: readonly Engine[] = ['chromium', 'firefox']

/** Puts a TURN server into the session, as a server with an observer does. */
const offering = (urls: string): string => `(() => {
  const { fetch } = globalThis
  globalThis.fetch = async (url, init) => {
    const response = await fetch(url, init)
    if (!String(url).includes('/api/session')) return response
    const session = await response.json()
    return Response.json({ ...session, turn: { urls: ${JSON.stringify(urls)}, username: 'u', credential: 'c' } })
  }
})()`

// A machine on no network has no address that a browser would ask from.
describe.each(engines)('the TURN probe in %s', (engine) => {
  describe.skipIf(!canLaunch(engine, 'headless') || ownAddress() === undefined)('as it is installed', () => {
    let tracio: TracioServer
    let browser: TestBrowser
    beforeAll(async () => {
      tracio = await startTracio()
      browser = await launchBrowser(engine, { mode: 'headless' })
    })
    afterAll(async () => {
      await browser?.close()
      await tracio?.dispose()
    })

    /** What became of the probe, and how often the server was asked. */
    async function probed(manner: TurnManner): Promise<{ probe: unknown; asked: number }> {
      const turn = await startTurnServer(manner)
      await browser.open(`${tracio.url}/demo`)
      // The demo reads once and puts its instance away; what follows is an instance of our own.
      await getResultIn(browser, { extendedResult: true })
      await browser.evaluate(offering(turn.url))
      // Other options than the demo's own, so that the browser is read again.
      const { signals } = await getResultIn(browser, { extendedResult: true, tag: manner })
      turn.close()
      // The demo's key is answered in full.
      const shown = signals as readonly { readonly name: string }[]
      return { probe: shown.find(({ name }) => name === 'turnProbe'), asked: turn.asked() }
    }

    it('tells that a server relays', async () => {
      const { probe } = await probed('relays')
      expect(probe).toMatchObject({ value: { kinds: expect.arrayContaining(['host', 'relay']) } })
    })

    it('tells that a server refused', async () => {
      const { probe, asked } = await probed('refuses')
      expect(probe).toMatchObject({ value: { errorCode: 401 } })
      expect(asked).toBeGreaterThan(0)
    })

    it('is late when the server does not answer', async () => {
      const { probe, asked } = await probed('silent')
      expect(probe).toMatchObject({ gap: 'timeout' })
      expect(asked).toBeGreaterThan(0)
    })

    it('has written nothing to the console', () => {
      expect(browser.said).toEqual([])
    })
  })
})
