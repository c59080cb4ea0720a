import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPayload, CHROME_USER_AGENT, seal } from '../test/payloads.ts'
import { type RunningApp, runApp } from '../test/running-app.ts'

let server: RunningApp
beforeAll(async () => {
  server = await runApp({ demo: true })
})
afterAll(() => server.app.close())

const SAFE = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}
const headersOf = ({ headers }: Response): Record<string, string> => Object.fromEntries(headers)

describe('sends the safe headers', () => {
  it.each<[string, number, () => Promise<Response>]>([
    ['a session', 200, () => fetch(`${server.url}/api/session?k=${server.first.publicKey}`)],
    ['its health', 200, () => fetch(`${server.url}/health`)],
    ['the agent', 200, () => fetch(`${server.url}/agent.js`)],
    ['a preflight', 204, () => fetch(`${server.url}/api/identify`, { method: 'OPTIONS' })],
    ['a payload that is none', 400, () => server.post('junk')],
    ['a missing secret', 401, () => fetch(`${server.url}/api/v1/events/1_a`)],
    ['a missing event', 404, () => server.api('/api/v1/events/1_a')],
    ['a path that leads nowhere', 404, () => fetch(`${server.url}/wp-login.php`)],
    ['a page of the demo that is none', 404, () => fetch(`${server.url}/demo/nothing`)],
    ['a body that is too large', 413, () => server.post('x'.repeat(256 * 1024 + 1))],
  ])('with %s, %i', async (_name, status, ask) => {
    const response = await ask()
    expect(response.status).toBe(status)
    expect(headersOf(response)).toMatchObject(SAFE)
  })

  it('with a visit that is identified', async () => {
    const response = await server.post(seal(await server.session(), aPayload()))
    expect(response.status).toBe(200)
    expect(headersOf(response)).toMatchObject(SAFE)
  })

  it('also when the fault is ours', async () => {
    const broken = await runApp({ ingest: () => Promise.reject(new Error('the password is hunter2')) })
    const response = await broken.post('anything')
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('hunter2')])
    expect(headersOf(response)).toMatchObject(SAFE)
    await broken.app.close()
  })
})

it('lets its own pages have a policy of their own', async () => {
  const headers = headersOf(await fetch(`${server.url}/demo`))
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
})

it('does not say what it is made of', async () => {
  const headers = headersOf(await fetch(`${server.url}/health`))
  expect([headers['server'], headers['x-powered-by']]).toEqual([undefined, undefined])
})

describe('takes the visitor’s address', () => {
  const FORWARDED = { 'x-forwarded-for': '198.51.100.7', 'user-agent': CHROME_USER_AGENT }
  it.each<[string, readonly string[], string]>([
    ['from the connection, whatever a stranger’s header says', [], '127.0.0.1'],
    ['from a proxy that it was told to trust', ['127.0.0.1'], '198.51.100.7'],
    ['from the connection when it trusts another proxy', ['192.0.2.200'], '127.0.0.1'],
  ])('%s', async (_name, trustProxy, ip) => {
    const behind = await runApp({ trustProxy })
    const { body } = await behind.visit(undefined, FORWARDED)
    const event = await behind.api(`/api/v1/events/${body.requestId}`)
    expect(await event.json()).toMatchObject({ products: { identification: { data: { ip } } } })
    await behind.app.close()
  })
})
