import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canLaunch } from './browsers/launch.ts'
import type { Engine } from './browsers/test-browser.ts'
import { launchBrowserAt } from './network/launch-browser-at.ts'
import { canMakeNetworks, createNetwork, type Network } from './network/namespaces.ts'
import { type Coturn, hasCoturn, startCoturnAt } from './network/start-coturn-at.ts'
import { startProxyAt } from './network/start-proxy-at.ts'
import { openDemo, probedVisit } from './probed-visit.ts'
import { type BehindTheServer, openDirectory } from './tracio-directory.ts'
import { startTracioAt, type TracioServer } from './tracio-server.ts'

const SECRET = 'a-secret-of-these-tests'

describe.skipIf(!hasCoturn() || !canMakeNetworks())('with coturn as it is shipped', () => {
  let network: Network<'visitor' | 'proxy' | 'server'>
  let tracio: TracioServer
  let behind: BehindTheServer
  let coturn: Coturn
  let proxies: readonly string[]
  beforeAll(async () => {
    network = createNetwork({
      visitor: ['198.51.100.7/24', '2001:db8:1::7/64'],
      proxy: ['203.0.113.7/24', '2001:db8:2::7/64'],
      server: ['192.0.2.7/24', '2001:db8:3::7/64'],
    })
    tracio = await startTracioAt(network.hosts.server, { TRACIO_TURN: 'coturn', TRACIO_TURN_SECRET: SECRET })
    behind = openDirectory(tracio)
    coturn = await startCoturnAt(network.hosts.server, SECRET)
    proxies = await startProxyAt(network.hosts.proxy)
  })
  afterAll(async () => {
    await coturn?.close()
    behind?.close()
    await tracio?.dispose()
    network?.dispose()
  })

  /** Where a visit came from by HTTP, and where by UDP. */
  async function visit(engine: Engine, url: string, proxy?: string): Promise<unknown> {
    const browser = await launchBrowserAt(network.hosts.visitor, engine, { mode: 'headless', proxy })
    try {
      await openDemo(browser, url)
      const { requestId, probe } = await probedVisit(browser)
      const { request, turn } = behind.observations(requestId)
      return { request, turn, probe }
    } finally {
      await browser.close()
    }
  }

  describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
    describe.skipIf(!canLaunch(engine, 'headless'))('as it is installed', () => {
      it('is seen at its own address in its first payload, though HTTP goes by a proxy', async () => {
        expect(await visit(engine, tracio.url, proxies[0])).toMatchObject({
          request: { ip: '203.0.113.7' },
          turn: { addresses: ['198.51.100.7'] },
          probe: { value: { kinds: expect.arrayContaining(['relay']), errorCode: null } },
        })
      })

      it('is seen by IPv6', async () => {
        expect(await visit(engine, 'http://[2001:db8:3::7]:8080')).toMatchObject({
          request: { ip: '2001:db8:1::7' },
          turn: { addresses: ['2001:db8:1::7'] },
          probe: { value: { kinds: expect.arrayContaining(['relay']), errorCode: null } },
        })
      })
    })
  })

  it('has had nothing to complain of', () => {
    expect(coturn.logged()).not.toMatch(/bad|unknown|cannot|fail/i)
  })
})
