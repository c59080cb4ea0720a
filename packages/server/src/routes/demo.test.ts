import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPayload, chromeValues } from '../../test/payloads.ts'
import { type RunningApp, runApp } from '../../test/running-app.ts'
import { createMemoryDirectory } from '../adapters/memory/directory.ts'

const PATHS = ['/demo', '/demo/demo.css', '/demo/demo.js']
let server: RunningApp
beforeAll(async () => {
  server = await runApp({ demo: true })
})
afterAll(() => server.app.close())

const get = (path: string): Promise<Response> => fetch(`${server.url}${path}`, { redirect: 'manual' })
const demoKey = async () => (await server.directory.publicKeys()).find(({ name }) => name === 'demo')?.key ?? 'missing'

it.each([
  ['/demo', 'text/html; charset=utf-8', '<!doctype html>'],
  ['/demo/demo.css', 'text/css; charset=utf-8', 'font-family'],
  ['/demo/demo.js', 'text/javascript; charset=utf-8', '/demo/forget'],
])('serves %s as %s', async (path, type, part) => {
  const response = await get(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(await response.text()).toContain(part)
})

it.each(PATHS)('lets %s load nothing but this server’s own files, and nobody frame it', async (path) => {
  const { headers } = await get(path)
  expect(headers.get('content-security-policy')?.split(';').sort()).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    'worker-src blob:',
  ])
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

it('has nothing inline, which its own policy would stop', async () => {
  const html = await (await get('/demo')).text()
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i)
})

it('brings the demo’s key, and no gap where it should be', async () => {
  const html = await (await get('/demo')).text()
  expect(html).toContain(`src="/agent.js?k=${await demoKey()}"`)
  expect(html).not.toContain('{{')
  expect(html).not.toContain(server.first.apiSecret)
})

it('credits whose places it shows', async () => {
  const credits = [{ text: 'Places by Ada', url: 'https://ada.example' }]
  const credited = await runApp({
    demo: true,
    databases: () => ({ networks: { missing: 'None.' }, places: { level: 'city', databases: [], credits } }),
  })
  const html = await (await fetch(`${credited.url}/demo`)).text()
  expect(html).toContain('<a href="https://ada.example">Places by Ada</a>')
  await credited.app.close()
})

it('leads the bare address to the page, and leaves what agents post there alone', async () => {
  const bare = await get('/')
  expect([bare.status, bare.headers.get('location')]).toEqual([302, '/demo'])
  const posted = await fetch(`${server.url}/`, { method: 'POST', body: 'junk' })
  expect([posted.status, await posted.json()]).toMatchObject([400, { error: { code: 'payload_malformed' } }])
})

it('answers its own page in full, and other sites’ pages not at all', async () => {
  const key = await demoKey()
  expect(await server.session({ origin: server.url }, key)).toHaveProperty('session')
  const foreign = await fetch(`${server.url}/api/session?k=${key}`, { headers: { origin: 'https://evil.example' } })
  expect([foreign.status, await foreign.json()]).toMatchObject([403, { error: { code: 'origin_not_allowed' } }])
})

describe('forgetting', () => {
  /** A machine that nobody else in this file has. */
  let machines = 0
  const visit = () =>
    server.visit(aPayload({ ...chromeValues, canvas: { winding: true, geometry: `${++machines}`, text: 'x' } }))
  const forget = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${server.url}/demo/forget`, { method: 'POST', headers })
  const isKept = async ({ body }: { readonly body: { readonly requestId: string } }): Promise<boolean> =>
    (await server.api(`/api/v1/events/${body.requestId}`)).status === 200

  it.each<[string, () => Record<string, string>]>([
    ['a page that names its origin', () => ({ origin: server.url })],
    [
      'a page behind a proxy that changes the host',
      () => ({ origin: 'https://tracio.shop.example', 'sec-fetch-site': 'same-origin' }),
    ],
    ['curl', () => ({})],
  ])('erases the visitor of the cookie and takes the cookie away, for %s', async (_name, headers) => {
    const ada = await visit()
    const bob = await visit()
    const response = await forget({ ...headers(), cookie: ada.cookie })
    expect([response.status, await response.json()]).toEqual([
      200,
      { ok: true, data: { visitorId: ada.body.visitorId, erased: true } },
    ])
    expect(response.headers.get('set-cookie')).toBe('_tcid=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect([await isKept(ada), await isKept(bob)]).toEqual([false, true])
  })

  it('is done once, and the cookie is nobody’s afterwards', async () => {
    const { cookie } = await visit()
    expect((await forget({ cookie })).status).toBe(200)
    const again = await forget({ cookie })
    expect([again.status, await again.json()]).toMatchObject([404, { error: { code: 'not_found' } }])
  })

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['a sibling of this server', { origin: 'https://www.localhost', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a browser that says the request crossed sites', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused to %s, and erases nothing', async (_name, headers) => {
    const ada = await visit()
    const response = await forget({ ...headers, cookie: ada.cookie })
    expect([response.status, await response.json()]).toMatchObject([403, { error: { code: 'origin_not_allowed' } }])
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await isKept(ada)).toBe(true)
  })

  it.each<[string, Record<string, string>]>([
    ['no cookie', {}],
    ['an empty cookie', { cookie: '_tcid=' }],
    ['a cookie that is not of our form', { cookie: '_tcid=junk' }],
    ['a cookie that nobody has', { cookie: '_tcid=ZfMgAAcHBwcHBwcHBwcHBwcHBwcHBw' }],
  ])('needs the cookie of a known visitor, not %s', async (_name, headers) => {
    const response = await forget(headers)
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'not_found' } }])
    expect(response.headers.get('set-cookie')).toBeNull()
  })
})

describe('is not there at all', () => {
  it.each<[string, () => Promise<RunningApp>]>([
    ['when it is off', () => runApp()],
    ['when it has no key', () => runApp({ demo: true, directory: createMemoryDirectory() })],
  ])('%s', async (_name, start) => {
    const without = await start()
    const statuses = [...PATHS, '/'].map(async (path) => (await fetch(`${without.url}${path}`)).status)
    const forgotten = await fetch(`${without.url}/demo/forget`, { method: 'POST' })
    expect([await Promise.all(statuses), forgotten.status]).toEqual([[404, 404, 404, 404], 404])
    await without.app.close()
  })
})
