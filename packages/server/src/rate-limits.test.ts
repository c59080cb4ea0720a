import { type FastifyRequest, fastify } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { aPayload, seal } from '../test/payloads.ts'
import { type RunningApp, runApp } from '../test/running-app.ts'
import { createMetrics } from './metrics/metrics.ts'
import { createRateLimits, RATE_NAMES_MAX, type Rates } from './rate-limits.ts'

const SHOP = 'https://shop.example'
const OFF: Rates = { perAddress: 0, perKey: 0, perSecret: 0 }
const PROXY = ['127.0.0.1', '::1']

let server: RunningApp
afterEach(() => server.app.close())

const start = async (rates: Partial<Rates>, more = {}): Promise<void> => {
  server = await runApp({ rates: { ...OFF, ...rates }, metrics: createMetrics(), trustProxy: PROXY, ...more })
}
const askFrom = (address: string, path = `/api/session?k=${server.first.publicKey}`): Promise<Response> =>
  fetch(server.url + path, { headers: { 'x-forwarded-for': address, origin: SHOP } })
const statuses = async (count: number, ask: (n: number) => Promise<Response>): Promise<number[]> => {
  const seen: number[] = []
  for (let n = 0; n < count; n++) seen.push((await ask(n)).status)
  return seen
}

describe('by address', () => {
  it('takes so many a minute, then says when to come again, readable by the page', async () => {
    await start({ perAddress: 3 })
    expect(await statuses(4, () => askFrom('198.51.100.7'))).toEqual([200, 200, 200, 429])
    const refused = await askFrom('198.51.100.7')
    expect(await refused.json()).toMatchObject({ ok: false, error: { code: 'rate_limited' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(refused.headers.get('access-control-allow-origin')).toBe(SHOP)
    expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After')
    expect((await askFrom('198.51.100.8')).status).toBe(200)
    expect(await server.metrics.text()).toContain('tracio_rate_limited_total{by="address"} 2')
  })

  it('counts sessions and payloads together, bad payloads too', async () => {
    await start({ perAddress: 2 })
    const from = { 'x-forwarded-for': '198.51.100.7' }
    const session = await server.session(from)
    expect((await server.post('junk', from)).status).toBe(400)
    expect((await server.post(seal(session, aPayload()), from)).status).toBe(429)
  })

  it('counts an IPv6 customer, who has a whole /64, as one', async () => {
    await start({ perAddress: 2 })
    expect(await statuses(3, (n) => askFrom(`2001:db8:0:1::${n}`))).toEqual([200, 200, 429])
    expect((await askFrom('2001:db8:0:2::1')).status).toBe(200)
  })

  it('cannot be escaped by a header of one’s own', async () => {
    await start({ perAddress: 2 }, { trustProxy: [] })
    expect(await statuses(3, (n) => askFrom(`198.51.100.${n}`))).toEqual([200, 200, 429])
  })

  it('warns once of a proxy that nobody told us of', async () => {
    await start({ perAddress: 1 }, { trustProxy: [] })
    await statuses(4, () => askFrom('198.51.100.7'))
    const warnings = server.logged.filter(({ level }) => level === 40)
    expect(warnings).toEqual([expect.objectContaining({ msg: expect.stringContaining('TRACIO_TRUST_PROXY') })])
  })

  it('leaves preflights, health, the script and the API alone', async () => {
    await start({ perAddress: 1 })
    await askFrom('198.51.100.7')
    const preflight = { origin: SHOP, 'access-control-request-method': 'POST', 'x-forwarded-for': '198.51.100.7' }
    const asks = [
      () => fetch(`${server.url}/api/identify`, { method: 'OPTIONS', headers: preflight }),
      () => askFrom('198.51.100.7', '/health'),
      () => askFrom('198.51.100.7', '/agent.js'),
      () => server.api('/api/v1/events/1_a', { headers: { 'x-forwarded-for': '198.51.100.7' } }),
    ]
    for (const ask of asks) expect(await statuses(3, ask)).not.toContain(429)
    expect((await askFrom('198.51.100.7')).status).toBe(429)
  })

  it('is off at 0', async () => {
    await start({})
    expect(await statuses(20, () => askFrom('198.51.100.7'))).toEqual(Array(20).fill(200))
  })
})

it('counts a public key from wherever it is used, sessions and payloads alike', async () => {
  await start({ perKey: 2 })
  const session = await server.session({ 'x-forwarded-for': '198.51.100.1' })
  const sent = await server.post(seal(session, aPayload()), { 'x-forwarded-for': '198.51.100.2' })
  expect(sent.status).toBe(200)
  expect((await askFrom('198.51.100.3')).status).toBe(429)
  const again = await server.post(seal(session, aPayload({ cores: 2 })), { origin: SHOP })
  expect(again.status).not.toBe(200)
})

it('counts an API secret, and not one secret for another', async () => {
  await start({ perSecret: 2 })
  expect(await statuses(3, () => server.api('/api/v1/events/1_a'))).toEqual([404, 404, 429])
  const other = { headers: { authorization: `Bearer tracio_sk_${'a'.repeat(48)}` } }
  expect((await server.api('/api/v1/events/1_a', other)).status).toBe(401)
  expect((await server.api('/health')).status).toBe(200)
})

it('remembers fifty thousand addresses and no more, so that a flood of them fills no memory', async () => {
  server = await runApp()
  const limits = await createRateLimits(fastify(), { ...OFF, perAddress: 1 }, createMetrics())
  // A limiter by address looks at nothing else of a request.
  const from = (n: number) =>
    ({ address: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, headers: {}, routeOptions: {} }) as FastifyRequest
  for (let n = 0; n < RATE_NAMES_MAX; n++) await limits.byAddress(from(n))
  await expect(limits.byAddress(from(0))).rejects.toThrow('Too many requests')
  for (let n = 0; n < RATE_NAMES_MAX; n++) await limits.byAddress(from(RATE_NAMES_MAX + n))
  await limits.byAddress(from(0))
})
