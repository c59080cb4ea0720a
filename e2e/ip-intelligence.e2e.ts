import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCli } from '../packages/server/test/run-cli.ts'
import { canLaunch } from './browsers/launch.ts'
import type { Engine, TestBrowser } from './browsers/test-browser.ts'
import { makeDue } from './make-due.ts'
import type { UnderLoad } from './network/identify-under-load.ts'
import { launchBrowserAt } from './network/launch-browser-at.ts'
import { canMakeNetworks } from './network/namespaces.ts'
import { officialFeeds, officialLists } from './network/official-lists.ts'
import {
  createPlaces,
  FORWARDER,
  type Place,
  type PlacesNetwork,
  places,
  placesListed,
  serverUrl,
} from './network/places.ts'
import { type ListSource, startListSource } from './network/start-list-source.ts'
import { startProxyAt } from './network/start-proxy-at.ts'
import { onlyMethod } from './only-method.ts'
import { openDemo, probedVisit } from './probed-visit.ts'
import { type ApiBody, startTracioAt, type TracioServer } from './tracio-server.ts'

/** A list of the operator's, which open data has not: without it nobody at home is cleared of being a proxy. */
const BOUGHT = 'bought_homes'

const LOAD = join(import.meta.dirname, 'network/identify-under-load.ts')

const engines = (['chromium', 'firefox'] as const).filter((engine) => canLaunch(engine, 'headless'))

describe.skipIf(!canMakeNetworks() || engines.length === 0)('the way of an address', () => {
  let network: PlacesNetwork
  let source: ListSource
  let operatorLists: string
  let tracio: TracioServer
  const browsers = new Map<Engine, TestBrowser>()
  const forwarded = new Map<Engine, TestBrowser>()
  beforeAll(async () => {
    network = await createPlaces()
    const { forwarder, server } = network.hosts
    source = await startListSource(server)
    operatorLists = mkdtempSync(join(tmpdir(), 'tracio-operator-'))
    for (const place of ['allowed', 'blocked', 'office'] as const) {
      writeFileSync(join(operatorLists, place), `${places[place]}\n`)
    }
    const settings = {
      TRACIO_RATE_PER_KEY: '0',
      TRACIO_RATE_PER_SECRET: '0',
      TRACIO_TURN: 'on',
      TRACIO_NETWORKS: 'on',
      TRACIO_GEO_DEFAULT: 'city',
      TRACIO_FEEDS: 'on',
      TRACIO_FEEDS_PRIVATE: 'on',
      TRACIO_FEEDS_URLS: officialFeeds.map(({ id }) => `${id}=${source.url(id)}`).join(),
      TRACIO_LISTS_ALLOW: join(operatorLists, 'allowed'),
      TRACIO_LISTS_BLOCK: join(operatorLists, 'blocked'),
      TRACIO_LISTS_OFFICE: join(operatorLists, 'office'),
    }
    const [proxy] = await startProxyAt(forwarder)
    // First by itself: four browsers that start at once leave a busy machine no time for it.
    tracio = await startTracioAt(server, settings)
    await Promise.all(
      engines.flatMap((engine) => [
        launch(engine).then((browser) => browsers.set(engine, browser)),
        launch(engine, proxy).then((browser) => forwarded.set(engine, browser)),
      ]),
    )
  })
  afterAll(async () => {
    await Promise.all([...browsers.values(), ...forwarded.values()].map((browser) => browser.close()))
    await tracio?.dispose()
    source?.dispose()
    rmSync(operatorLists, { recursive: true, force: true })
    network?.dispose()
  })

  const launch = (engine: Engine, through?: string): Promise<TestBrowser> =>
    launchBrowserAt(network.hosts.visitor, engine, { mode: 'headless', timezone: 'Europe/Berlin', proxy: through })

  /** The products of a visit, as a backend reads them. */
  async function visit(browser: TestBrowser | undefined, place: Place): Promise<ApiBody> {
    if (!browser) throw new Error('There is no such browser.')
    await openDemo(browser, serverUrl(place))
    const { requestId } = await probedVisit(browser)
    const { body } = await tracio.api(`/api/v1/events/${requestId}`)
    return Object(body['products'])
  }

  async function feeds(): Promise<readonly ApiBody[]> {
    const { body } = await tracio.api(`/api/v1/subscriptions/${tracio.workspaceId}/feeds`)
    return Object(body['data']).feeds
  }

  describe('before a list was ever fetched', () => {
    it.each(engines)('clears %s at home of nothing, and says why', async (engine) => {
      const unknown = { status: 'unknown', missing: ['feed_never_fetched'], data: { result: false } }
      expect(await visit(browsers.get(engine), 'home')).toMatchObject({
        tor: unknown,
        relay: unknown,
        vpn: unknown,
        proxy: unknown,
        datacenter: unknown,
        ipBlocklist: unknown,
        ipReputation: unknown,
        timezoneMismatch: { status: 'clear' },
        ipLocation: { status: 'detected', data: { country: { code: 'DE' }, timezone: 'Europe/Berlin' } },
      })
    })

    it.each(engines)('knows the network of %s in a data centre', async (engine) => {
      expect(await visit(browsers.get(engine), 'server')).toMatchObject({
        datacenter: { status: 'detected', evidence: [{ reason: 'hosting_network' }] },
      })
    })
  })
  describe('with lists that are fresh', () => {
    beforeAll(async () => {
      const env = { TRACIO_DATA_DIR: tracio.dataDir }
      const words = ['--kind', 'residential_proxy', '--clears', '--url', source.url(BOUGHT)]
      expect(await runCli(['feeds', 'add', BOUGHT, ...words], env)).toMatchObject({ code: 0, err: '' })
      source.publish({ ...officialLists(placesListed), [BOUGHT]: '11.0.0.9\n' })
      await vi.waitFor(
        async () => {
          const missing = (await feeds()).filter(({ condition }) => condition !== 'fresh' && condition !== 'off')
          expect(missing.map(({ id, condition, error }) => ({ id, condition, error }))).toEqual([])
        },
        { timeout: 45_000, interval: 500 },
      )
    })

    describe.each(engines)('%s', (engine) => {
      const visitFrom = (place: Place) => visit(browsers.get(engine), place)

      it('comes from home, and is clear of everything', async () => {
        const clear = { status: 'clear', evidence: [], data: { result: false } }
        expect(await visitFrom('home')).toMatchObject({
          tor: clear,
          relay: { ...clear, data: { service: null } },
          vpn: {
            ...clear,
            data: {
              confidence: null,
              originTimezone: 'Europe/Berlin',
              methods: onlyMethod(),
            },
          },
          proxy: clear,
          datacenter: clear,
          residentialProxy: clear,
          ipBlocklist: clear,
          ipReputation: { ...clear, data: { score: 0, sources: [] } },
          timezoneMismatch: clear,
        })
      })

      it('comes out of Tor: an exit, said by whom and as of when, and no VPN', async () => {
        const { tor, vpn, datacenter, ipReputation } = await visitFrom('tor')
        expect(tor).toMatchObject({
          status: 'detected',
          data: { result: true },
          evidence: [
            {
              reason: 'tor_exit_listed',
              observed: expect.stringMatching(
                /^tor_bulk_exits lists the address as Tor, as of \d{4}-\d\d-\d\dT\d\d:\d\dZ$/,
              ),
            },
          ],
        })
        expect(vpn).toMatchObject({ status: 'clear', data: { result: false, methods: { publicVPN: false } } })
        expect(datacenter).toMatchObject({ status: 'detected' })
        expect(ipReputation).toMatchObject({ status: 'clear', data: { score: 0 } })
      })

      it('comes through a relay: named, and a VPN by that alone, whatever lists of VPNs say', async () => {
        expect(await visitFrom('relay')).toMatchObject({
          relay: { status: 'detected', data: { result: true, service: 'iCloud Private Relay' } },
          vpn: {
            status: 'detected',
            data: {
              result: true,
              confidence: 'medium',
              methods: onlyMethod('relay'),
            },
          },
          tor: { status: 'clear' },
          datacenter: { status: 'clear' },
        })
      })

      it('comes by a server of a public VPN', async () => {
        const { vpn, relay, tor } = await visitFrom('vpn')
        expect(vpn).toMatchObject({
          status: 'detected',
          data: {
            result: true,
            confidence: 'medium',
            methods: onlyMethod('publicVPN'),
          },
          evidence: [
            { reason: 'vpn_server_listed', observed: expect.stringMatching(/^mullvad lists .* as Mullvad, as of/) },
          ],
        })
        expect([relay, tor]).toMatchObject([{ status: 'clear' }, { status: 'clear' }])
      })

      it('comes from a data centre, by an open proxy, and from where attacks come from', async () => {
        expect(await visitFrom('server')).toMatchObject({
          datacenter: { status: 'detected', data: { result: true }, evidence: [{ reason: 'hosting_network' }] },
          vpn: { status: 'clear' },
        })
        expect(await visitFrom('proxy')).toMatchObject({
          proxy: {
            status: 'detected',
            data: { result: true, confidence: 'high', type: 'datacenter', protocol: 'http' },
            evidence: [{ reason: 'proxy_listed', observed: expect.stringContaining('monosans_proxies') }],
          },
          residentialProxy: { status: 'clear' },
        })
        const { ipBlocklist, ipReputation } = await visitFrom('attacker')
        expect(ipBlocklist).toMatchObject({
          status: 'detected',
          data: {
            result: true,
            details: { attackSource: true, emailSpam: true, malware: false, credentialStuffing: false },
          },
        })
        expect(ipReputation).toMatchObject({
          status: 'detected',
          data: {
            // 45 of the worse one, 3 times 5 of its further counts, 10 for the other list.
            score: 70,
            sources: [
              { feed: 'ipsum', threat: 'attackSource', count: 4, points: 60 },
              { feed: 'spamhaus_drop_v4', threat: 'emailSpam', points: 10 },
            ],
          },
        })
      })

      it('is who the operator says, whatever other lists say', async () => {
        expect(await visitFrom('allowed')).toMatchObject({
          ipBlocklist: { status: 'clear', evidence: [{ reason: 'address_trusted' }] },
          ipReputation: { status: 'clear', data: { score: 0 } },
        })
        expect(await visitFrom('office')).toMatchObject({
          vpn: { status: 'clear', evidence: [{ reason: 'address_trusted' }] },
        })
        expect(await visitFrom('blocked')).toMatchObject({
          ipBlocklist: { status: 'detected', evidence: [{ reason: 'operator_block' }] },
          ipReputation: { data: { score: 100, sources: [{ feed: 'operator_block', points: 100 }] } },
        })
      })

      it('sends its pages by another machine, and UDP by itself: a VPN for sure, with both addresses', async () => {
        const { vpn, proxy } = await visit(forwarded.get(engine), 'home')
        expect(vpn).toMatchObject({
          status: 'detected',
          data: {
            result: true,
            confidence: 'high',
            methods: onlyMethod('turn'),
          },
          evidence: [
            { reason: 'udp_address_differs', observed: places.home, expected: expect.stringContaining(FORWARDER) },
          ],
        })
        // Nothing that it sends tells of it.
        expect(proxy).toMatchObject({ status: 'clear' })
      })
    })

    it('answers everybody while a list is replaced, and then by the new one', async () => {
      source.publish(officialLists({ ...placesListed, tor_bulk_exits: [...placesListed.tor_bulk_exits, places.home] }))
      const load = network.hosts.visitor.run(
        process.execPath,
        ...['--conditions=source', '--disable-warning=ExperimentalWarning', LOAD],
        ...[serverUrl('home'), tracio.publicKey, tracio.apiSecret, 'tor'],
      )
      makeDue(tracio, 'tor_bulk_exits')
      const { failed, statuses }: UnderLoad = JSON.parse(await load)
      expect(failed.slice(0, 10)).toEqual([])
      // Whoever asked at the moment itself ends in any order.
      const first = statuses.indexOf('detected')
      expect(first).toBeGreaterThan(20)
      expect(new Set(statuses.slice(0, first))).toEqual(new Set(['clear']))
      expect(new Set(statuses.slice(first + 20))).toEqual(new Set(['detected']))
      for (const engine of engines) {
        expect(await visit(browsers.get(engine), 'home')).toMatchObject({ tor: { status: 'detected' } })
      }
    })
  })
})
