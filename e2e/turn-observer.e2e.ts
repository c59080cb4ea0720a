import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import type { Engine, TestBrowser } from './browsers/test-browser.ts'
import { freeUdpPort } from './network/free-udp-port.ts'
import { openDemo, probedVisit } from './probed-visit.ts'
import { type BehindTheServer, openDirectory } from './tracio-directory.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'
import { ownAddress } from './turn-server.ts'

const SECRET = 'a-secret-of-these-tests'

/** A credential of coturn's kind for anybody. */
const credentialOf = (username: string): string => createHmac('sha1', SECRET).update(username).digest('base64')

/** Changes what the page is offered; `turn` and `other`, the offer of a second session, are in reach. */
const tamperedWith = (change: string): string => `(() => {
  const { fetch } = globalThis
  globalThis.fetch = async (url, init) => {
    const response = await fetch(url, init)
    if (!String(url).includes('/api/session')) return response
    const session = await response.json()
    const { turn: other } = await (await fetch(url, init)).json()
    const { turn } = session
    return Response.json({ ...session, turn: { ...turn, ...${change} } })
  }
})()`

// A machine on no network has no address that a browser would ask from.
describe.each<Engine>(['chromium', 'firefox'])('the TURN observer and %s', (engine) => {
  describe.skipIf(!canLaunch(engine, 'headless') || ownAddress() === undefined)('as it is installed', () => {
    let tracio: TracioServer
    let behind: BehindTheServer
    let browser: TestBrowser
    beforeAll(async () => {
      const port = await freeUdpPort()
      tracio = await startTracio({
        TRACIO_TURN: 'on',
        TRACIO_TURN_PORT: String(port),
        TRACIO_TURN_URL: `turn:${ownAddress()}:${port}`,
        TRACIO_TURN_SECRET: SECRET,
      })
      behind = openDirectory(tracio)
      browser = await launchBrowser(engine, { mode: 'headless' })
    })
    afterAll(async () => {
      await browser?.close()
      behind?.close()
      await tracio?.dispose()
    })

    /** What the probe told, and what was stored of it. */
    async function visit(change?: string): Promise<{ probe: unknown; turn: unknown; request: unknown }> {
      await openDemo(browser, tracio.url)
      if (change !== undefined) await browser.evaluate(tamperedWith(change))
      const { requestId, probe } = await probedVisit(browser)
      const { turn, request } = behind.observations(requestId)
      return { probe, turn, request }
    }

    it('see each other: the event holds the address that UDP came from, beside the one of HTTP', async () => {
      const { probe, turn, request } = await visit()
      expect(turn).toEqual({ addresses: [ownAddress()] })
      expect(request).not.toMatchObject({ ip: ownAddress() })
      expect(probe).toMatchObject({ value: { kinds: expect.arrayContaining(['host', 'relay']), errorCode: null } })
    })

    const expired = `${Math.floor(Date.now() / 1000) - 1}:${'A'.repeat(27)}`
    it.each([
      ['that somebody replaced', `{ credential: 'guessed' }`],
      ['of another session under this one’s name', '{ credential: other.credential }'],
      ['of a stranger', `{ username: 'stranger', credential: '${credentialOf('stranger')}' }`],
      ['whose time is over', `{ username: '${expired}', credential: '${credentialOf(expired)}' }`],
    ])('refuse a credential %s', async (_name, change) => {
      expect(await visit(change)).toMatchObject({ probe: { value: { errorCode: 401 } }, turn: undefined })
    })

    it('count for another session what came with its name and credential', async () => {
      const { probe, turn } = await visit('other')
      expect(probe).toMatchObject({ value: { errorCode: null } })
      expect(turn).toBeUndefined()
    })

    it('have written nothing to the console', () => {
      expect(browser.said).toEqual([])
    })
  })
})
