import type { EpochMs, WorkspaceId } from '@tracio/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signLinkedId } from '../packages/server/src/auth/linked-id-secret.ts'
import { getResult, launchChromium } from './chromium.ts'
import { serveBackend } from './customer-backend.ts'
import { type CustomerSite, pageWithAgent, pageWithModule, serveSite } from './customer-site.ts'
import { type BehindTheServer, openDirectory } from './tracio-directory.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

/** The part of the agent that these pages use. */
interface Agent {
  getResult(options?: object): Promise<Record<string, unknown>>
  collect(): Promise<{ readonly payload: string }>
  consent(given: boolean): void
  onReady(callback: (result: Record<string, unknown>) => void): void
  onError(callback: (error: { readonly code: string }) => void): void
  destroy(): void
}
declare const Tracio: { init(options?: object): Agent; isRetryableError(error: unknown): boolean }

const OBEYING_KEY = 'tracio_pk_obeys'

let browser: Browser
let tracio: TracioServer
let behind: BehindTheServer
let shop: CustomerSite
beforeAll(async () => {
  browser = await launchChromium()
  tracio = await startTracio({ TRACIO_REGIONS: 'nowhere=http://127.0.0.1:9,here=http://localhost:1' })
  behind = openDirectory(tracio)
  shop = await serveSite(pageWithAgent(tracio.url, tracio.publicKey))
  const workspaceId = tracio.workspaceId as WorkspaceId
  const key = { key: OBEYING_KEY, workspaceId, name: 'obeys', environment: 'live', answerLevel: 'verdict' } as const
  await behind.directory.addPublicKey({ ...key, origins: [], privacyControl: 'obey' }, Date.now() as EpochMs)
})
afterAll(async () => {
  behind.close()
  await shop.close()
  await tracio.dispose()
  await browser.close()
})

let context: BrowserContext
let page: Page
/** Paths that the page asked of the TRACIO server, the script left out. */
let asked: string[]
beforeEach(async () => {
  context = await browser.newContext()
  await openPage(shop.url)
})
afterEach(() => context.close())

async function openPage(url: string): Promise<void> {
  page = await context.newPage()
  asked = []
  page.on('request', (request) => {
    if (request.url().startsWith(`${tracio.url}/api/`)) asked.push(new URL(request.url()).pathname)
  })
  await page.goto(url)
}

async function eventOf({ requestId }: ApiBody): Promise<ApiBody> {
  const { body } = await tracio.api(`/api/v1/subscriptions/${tracio.workspaceId}/events/${requestId}`)
  return body['data'] as ApiBody
}

describe('what the page says of a visit', () => {
  it('comes to the backend, with bad fields dropped and counted', async () => {
    const linkedIdSig = signLinkedId(
      await behind.directory.lidSecret(tracio.workspaceId as WorkspaceId),
      'ada@shop.example',
    )
    const fields = { plan: 'pro', seats: 3, 'bad key': 'x', nested: {}, empty: '' }
    const said = { linkedId: 'ada@shop.example', linkedIdType: 'email', linkedIdSig, tag: 'login', fields }
    expect(await eventOf(await getResult(page, {}, said))).toMatchObject({
      linked_id: 'ada@shop.example',
      linked_id_type: 'email',
      linked_id_signed: true,
      tag: 'login',
      fields: '{"plan":"pro","seats":"3"}',
      fields_rejected: 3,
      gpc: null,
    })
  })

  it('may differ from call to call, and a wrong signature costs nothing', async () => {
    const signed = { linkedId: 'ada', linkedIdSig: '0'.repeat(64), tag: 'home' }
    const [first, second] = await page.evaluate(async (options) => {
      const tracio = Tracio.init(options)
      return [await tracio.getResult(), await tracio.getResult({ linkedId: 'bob', fields: { step: 2 } })] as const
    }, signed)
    expect(await eventOf(first)).toMatchObject({ linked_id: 'ada', linked_id_signed: false, tag: 'home', fields: '{}' })
    expect(await eventOf(second)).toMatchObject({
      linked_id: 'bob',
      linked_id_signed: null,
      tag: 'home',
      fields: '{"step":"2"}',
    })
    expect(second['visitorId']).toBe(first['visitorId'])
  })

  it('may stand in the script tag', async () => {
    const html = pageWithAgent(tracio.url, tracio.publicKey).replace(
      '<script ',
      `<script data-tracio-fields='{"plan":"pro","seats":null}' `,
    )
    const site = await serveSite(html)
    await openPage(site.url)
    expect(await eventOf(await getResult(page))).toMatchObject({ fields: '{"plan":"pro"}', fields_rejected: 1 })
    await site.close()
  })
})

it('lets the page choose one of the regions that the server knows, and names them', async () => {
  expect(await getResult(page, {}, { region: 'nowhere' })).toMatchObject({
    code: 'network',
    message: expect.stringContaining('http://127.0.0.1:9'),
  })
  await openPage(shop.url)
  const message = await page.evaluate(() => {
    try {
      Tracio.init({ region: 'mars' })
      return 'no error'
    } catch (error) {
      return String(error)
    }
  })
  expect(message).toContain('Known: nowhere, here.')
})

it('reads and sends nothing before consent, and stops when it is taken back', async () => {
  await page.evaluate(() => {
    const tracio = Tracio.init({ consent: false })
    Object.assign(globalThis, { tracio, waiting: tracio.getResult() })
  })
  await page.waitForTimeout(300)
  expect(asked).toEqual([])
  const state = 'Promise.race([waiting, new Promise((go) => setTimeout(go, 0, "waits"))])'
  expect(await page.evaluate(state)).toBe('waits')
  await page.evaluate('tracio.consent(true)')
  expect(await page.evaluate('waiting')).toMatchObject({ visitorId: expect.any(String) })
  expect(asked).toEqual(['/api/session', '/api/identify'])
  await page.evaluate('tracio.consent(false); void tracio.getResult({ tag: "later" })')
  await page.waitForTimeout(300)
  expect(asked).toHaveLength(2)
})

describe('Global Privacy Control', () => {
  /** A browser that asks for it, by its header or its navigator, and counts how often somebody reads its canvas. */
  async function openPrivatePage({ header, navigator }: { header: boolean; navigator: boolean }): Promise<void> {
    if (header) await context.setExtraHTTPHeaders({ 'Sec-GPC': '1' })
    await context.addInitScript((says) => {
      if (says) Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })
      const draw = HTMLCanvasElement.prototype.toDataURL
      let reads = 0
      HTMLCanvasElement.prototype.toDataURL = function (...how) {
        Object.assign(globalThis, { reads: ++reads })
        return draw.apply(this, how)
      }
    }, navigator)
    await openPage(shop.url)
  }
  const obeying = { publicKey: OBEYING_KEY }

  it.each([
    ['header and navigator', { header: true, navigator: true }],
    ['the navigator alone', { header: false, navigator: true }],
    ['the header alone', { header: true, navigator: false }],
  ])('ends the visit where the key obeys it, and nothing is stored: %s', async (_name, ways) => {
    const before = behind.events()
    await openPrivatePage(ways)
    expect(await getResult(page, {}, obeying)).toMatchObject({ code: 'opted_out' })
    expect(asked).toEqual(['/api/session'])
    expect(behind.events()).toBe(before)
  })

  it('is heard before anything is read where the navigator says it', async () => {
    await openPrivatePage({ header: true, navigator: true })
    await getResult(page, {}, obeying)
    expect(await page.evaluate('globalThis.reads')).toBeUndefined()
    await openPage(shop.url)
    await getResult(page)
    expect(await page.evaluate('globalThis.reads')).toBeGreaterThan(0)
  })

  it('is only reported where the key does not obey', async () => {
    await openPrivatePage({ header: true, navigator: true })
    expect(await eventOf(await getResult(page))).toMatchObject({ gpc: true })
  })

  it('hinders nobody who does not ask for it', async () => {
    expect(await getResult(page, {}, obeying)).toMatchObject({ visitorId: expect.any(String) })
  })
})

it('starts anew with another account after a destroy, and takes one key at a time', async () => {
  const answer = await page.evaluate(async () => {
    const codeOf = ({ code }: { code: string }): string => code
    const first = Tracio.init({ linkedId: 'ada' })
    const same = Tracio.init({ linkedId: 'ignored' }) === first
    const ada = await first.getResult()
    let refused = ''
    try {
      Tracio.init({ publicKey: 'tracio_pk_other' })
    } catch (error) {
      refused = codeOf(error as { code: string })
    }
    const pending = first.getResult({ tag: 'slow' }).catch(codeOf)
    first.destroy()
    const bob = await Tracio.init({ linkedId: 'bob' }).getResult()
    return { same, ada, refused, pending: await pending, after: await first.getResult().catch(codeOf), bob }
  })
  expect(answer).toMatchObject({ same: true, refused: 'multiple_keys', pending: 'destroyed', after: 'destroyed' })
  expect([await eventOf(answer.ada), await eventOf(answer.bob)]).toMatchObject([
    { linked_id: 'ada' },
    { linked_id: 'bob' },
  ])
})

it('tells subscribers, although one of them throws, which the page gets to see', async () => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const heard = await page.evaluate(async () => {
    const tracio = Tracio.init()
    tracio.onReady(() => {
      throw new Error('a broken subscriber')
    })
    const ready = await new Promise<Record<string, unknown>>((resolve) => tracio.onReady(resolve))
    tracio.destroy()
    const lost = Tracio.init({ endpoint: 'http://127.0.0.1:9' })
    const failed = new Promise<string>((resolve) => lost.onError(({ code }) => resolve(code)))
    lost.onReady(() => undefined)
    return { ready, failed: await failed }
  })
  expect(heard).toMatchObject({ ready: { visitorId: expect.any(String) }, failed: 'network' })
  expect(errors).toEqual(['a broken subscriber'])
})

it('lets the customer’s own backend hand on what the page collected, cookie included', async () => {
  const backend = await serveBackend(pageWithAgent(tracio.url, tracio.publicKey), tracio)
  await openPage(backend.url)
  const send = (): Promise<ApiBody> =>
    page.evaluate(async () => {
      const { payload } = await Tracio.init().collect()
      return (await fetch('/visit', { method: 'POST', body: JSON.stringify({ payload }) })).json()
    })
  const first = await send()
  expect(asked).toEqual(['/api/session'])
  expect(first).toMatchObject({ status: 200, visitorId: expect.any(String) })
  expect(await context.cookies()).toMatchObject([{ name: '_tcid', domain: 'localhost', httpOnly: true, secure: true }])
  const second = await send()
  expect(second).toMatchObject({ visitorId: first['visitorId'], visitorFound: true })
  expect(await eventOf(second)).toMatchObject({
    ip: '127.0.0.1',
    user_agent: await page.evaluate('navigator.userAgent'),
    cookie: 'known',
    session: 'fresh',
  })
  await backend.close()
})

describe('a module that leaves its work to a script', () => {
  let site: CustomerSite
  beforeEach(async () => {
    site = await serveSite(pageWithModule)
    await openPage(site.url)
  })
  afterEach(() => site.close())

  it('gets it from there, and takes it away again', async () => {
    const options = { publicKey: tracio.publicKey, scriptUrl: `${tracio.url}/agent.js`, tag: 'module' }
    const state = await page.evaluate(async (given) => {
      const own = Tracio
      const tracio = own.init(given)
      const result = await tracio.getResult()
      const tags = (): number => document.querySelectorAll('script[data-tracio-owned]').length
      const meanwhile = [tags(), Tracio === own]
      tracio.destroy()
      return { result, meanwhile, after: [tags(), Tracio === own] }
    }, options)
    expect(state).toMatchObject({ meanwhile: [1, false], after: [0, true] })
    expect(await eventOf(state.result)).toMatchObject({ tag: 'module' })
  })

  it.each([
    ['does not load', () => `${tracio.url}/nothing.js`, 'load_failed'],
    ['was replaced by something empty', () => 'data:text/javascript,0', 'blocked'],
  ])('says that it %s, and that a retry may help', async (_name, scriptUrl, code) => {
    const options = { publicKey: tracio.publicKey, scriptUrl: scriptUrl(), timeoutMs: 1500 }
    expect(await getResult(page, {}, options)).toMatchObject({ code })
    expect(await page.evaluate('document.querySelectorAll("script[data-tracio-owned]").length')).toBe(0)
  })
})
