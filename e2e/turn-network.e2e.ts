import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canLaunch } from './browsers/launch.ts'
import type { Engine, LaunchOptions } from './browsers/test-browser.ts'
import { launchBrowserAt } from './network/launch-browser-at.ts'
import { canMakeNetworks, createNetwork, type Network } from './network/namespaces.ts'
import { startProxyAt } from './network/start-proxy-at.ts'
import { openDemo, probedVisit } from './probed-visit.ts'
import { type BehindTheServer, openDirectory } from './tracio-directory.ts'
import { startTracioAt, type TracioServer } from './tracio-server.ts'

describe.skipIf(!canMakeNetworks())('on a network of its own', () => {
  let network: Network<'visitor' | 'proxy' | 'server'>
  let tracio: TracioServer
  let behind: BehindTheServer
  let proxies: readonly string[]
  beforeAll(async () => {
    network = createNetwork({
      visitor: ['198.51.100.7/24', '2001:db8:1::7/64'],
      proxy: ['203.0.113.7/24', '2001:db8:2::7/64'],
      server: ['192.0.2.7/24', '2001:db8:3::7/64'],
    })
    tracio = await startTracioAt(network.hosts.server, {
      TRACIO_TURN: 'on',
      // As one name would that has addresses of both families.
      TRACIO_TURN_URL: 'turn:192.0.2.7,turn:[2001:db8:3::7]',
    })
    behind = openDirectory(tracio)
    proxies = await startProxyAt(network.hosts.proxy)
  })
  afterAll(async () => {
    behind?.close()
    await tracio?.dispose()
    network?.dispose()
  })

  /** Where a visit came from by HTTP, and where by UDP. */
  async function visit(engine: Engine, url: string, options: Partial<LaunchOptions> = {}) {
    const browser = await launchBrowserAt(network.hosts.visitor, engine, { mode: 'headless', ...options })
    try {
      await openDemo(browser, url)
      const { requestId } = await probedVisit(browser)
      const { request, turn } = behind.observations(requestId)
      return { request, turn }
    } finally {
      await browser.close()
    }
  }

  describe.each<Engine>(['chromium', 'firefox'])('%s', (engine) => {
    describe.skipIf(!canLaunch(engine, 'headless'))('as it is installed', () => {
      it('shows by UDP the address that it shows by HTTP, when it comes directly', async () => {
        expect(await visit(engine, tracio.url)).toMatchObject({
          request: { ip: '198.51.100.7' },
          turn: { addresses: expect.arrayContaining(['198.51.100.7']) },
        })
      })

      it('shows by UDP its own address, when HTTP goes by a proxy', async () => {
        expect(await visit(engine, tracio.url, { proxy: proxies[0] })).toMatchObject({
          request: { ip: '203.0.113.7' },
          turn: { addresses: expect.arrayContaining(['198.51.100.7']) },
        })
      })

      it('shows both by IPv6, when that is how it comes', async () => {
        expect(await visit(engine, 'http://[2001:db8:3::7]:8080')).toMatchObject({
          request: { ip: '2001:db8:1::7' },
          turn: { addresses: expect.arrayContaining(['2001:db8:1::7']) },
        })
      })
    })
  })
})
