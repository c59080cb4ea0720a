import { request } from 'node:https'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Display, startDisplay } from './browsers/display.ts'
import { getResultIn } from './browsers/get-result-in.ts'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import { hasPrograms } from './browsers/program-path.ts'
import type { Engine, Mode, TestBrowser } from './browsers/test-browser.ts'
import { pageWithAgent } from './customer-site.ts'
import { type Certificates, makeCertificates } from './https/certificates.ts'
import { type HttpsFront, startHttpsFront } from './https/https-front.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

const APP = 'https://app.example.test'
const SHOP = 'https://shop.example.test'
const OURS = 'https://tracio.example.test'
const FOREIGN = 'https://api.other.test'

const engines: readonly (readonly [Engine, Mode])[] = [
  ['chromium', 'headless'],
  ['firefox', 'headless'],
  ['webkit', 'headful'],
]

describe.skipIf(!hasPrograms('openssl'))('over HTTPS', () => {
  let certificates: Certificates
  let tracio: TracioServer
  let front: HttpsFront
  beforeAll(async () => {
    certificates = makeCertificates(['*.example.test', '*.other.test'])
    tracio = await startTracio({ TRACIO_TRUST_PROXY: '127.0.0.1' })
    const page = (path: string) => pageWithAgent(path === '/foreign' ? FOREIGN : OURS, tracio.publicKey)
    const pages = { 'app.example.test': page, 'shop.example.test': page }
    front = await startHttpsFront({ certificates, pages, tracioUrl: tracio.url })
  })
  afterAll(async () => {
    await front?.close()
    await tracio?.dispose()
  })

  it('shows an operator with curl which domain the cookie will have', async () => {
    const answer = await new Promise<readonly string[]>((resolve, reject) => {
      const { authority: ca } = certificates
      const servername = new URL(OURS).host
      const asked = {
        host: '127.0.0.1',
        port: front.port,
        path: '/health',
        ca,
        servername,
        headers: { host: servername },
      }
      const sent = request(asked, (response) => resolve(response.headers['set-cookie'] ?? []))
      sent.once('error', reject).end()
    })
    expect(answer).toEqual(['_tcprobe=1; Max-Age=60; Path=/; Domain=.example.test; HttpOnly; Secure; SameSite=Lax'])
  })

  describe.each(engines)('%s, %s', (engine, mode) => {
    describe.skipIf(!canLaunch(engine, mode))('as it is installed', () => {
      let display: Display | undefined
      let browser: TestBrowser
      beforeAll(async () => {
        display = mode === 'headless' ? undefined : await startDisplay()
        browser = await launchBrowser(engine, { mode, display: display?.name, proxy: front.proxy })
      })
      afterAll(async () => {
        await browser?.close()
        await display?.close()
      })
      beforeEach(async () => {
        await browser.open(`${APP}/`)
        await browser.jar?.clear()
      })

      const visit = async (url: string) => {
        await browser.open(url)
        return getResultIn(browser, { extendedResult: true })
      }

      it('shares one cookie among the hosts of a site, which no page can read', async () => {
        const app = await visit(`${APP}/`)
        expect(app).toMatchObject({ products: { identification: { data: { cookie: 'none', sealed: true } } } })
        expect(await browser.evaluate('document.cookie')).toBe('')
        const [cookie, ...others] = (await browser.jar?.list()) ?? []
        expect(cookie).toMatchObject({ name: '_tcid', httpOnly: true, secure: true, sameSite: 'Lax' })
        // Firefox and the standard's serialisation leave the leading dot out or in; a host-only cookie would name the host.
        expect(cookie?.domain.replace(/^\./, '')).toBe('example.test')
        expect(others).toEqual([])
        expect(await visit(`${SHOP}/`)).toMatchObject({
          visitorId: app['visitorId'],
          products: { identification: { data: { cookie: 'known' } } },
        })
      })

      it('leaves no cookie where page and server are of different sites, and says why', async () => {
        const first = await visit(`${APP}/foreign`)
        expect(first).toMatchObject({ products: { identification: { data: { cookie: 'cross_site' } } } })
        const second = await visit(`${SHOP}/foreign`)
        expect(second).toMatchObject({ products: { identification: { data: { cookie: 'cross_site' } } } })
        expect(await tracio.api(`/api/v1/events/${second['requestId']}`)).toMatchObject({
          body: { products: { identification: { data: { cookie: 'cross_site', url: `${SHOP}/foreign` } } } },
        })
        expect(await browser.jar?.list()).toEqual([])
        await browser.open(`${FOREIGN}/agent.js`)
        expect(await browser.jar?.list()).toEqual([])
      })
    })
  })
})
