import { afterEach, expect, it } from 'vitest'
import { aPayload, seal } from '../../test/payloads.ts'
import { type RunningApp, runApp } from '../../test/running-app.ts'
import { createMetrics } from '../metrics/metrics.ts'

const TOKEN = 'a-token-of-16-or-more'
let server: RunningApp
afterEach(() => server.app.close())

const ask = (authorization?: string): Promise<Response> =>
  fetch(`${server.url}/metrics`, authorization === undefined ? {} : { headers: { authorization } })

it('is not there when nothing opens it', async () => {
  server = await runApp()
  expect((await ask()).status).toBe(404)
})

it.each([undefined, '', 'Bearer ', `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(0, -1)}`, TOKEN, `Basic ${TOKEN}`])(
  'tells nothing for %j',
  async (authorization) => {
    server = await runApp({ metricsToken: TOKEN })
    const response = await ask(authorization)
    expect([response.status, await response.text()]).toEqual([401, expect.not.stringContaining('tracio_events')])
  },
)

it('counts a visit, its retry, its replay, an expired one and a refused one', async () => {
  server = await runApp({ metricsToken: TOKEN, metrics: createMetrics() })
  const session = await server.session()
  const body = seal(session, aPayload())
  await server.post(body)
  await server.post(body)
  await server.post(seal(session, aPayload({ cores: 3 })))
  await server.post('junk')
  await server.post('x'.repeat(256 * 1024 + 1))
  const old = await server.session()
  server.clock.at += 11 * 60_000
  await server.post(seal(old, aPayload()))
  const text = await (await ask(`Bearer ${TOKEN}`)).text()
  for (const line of [
    'tracio_events_total{outcome="stored",code=""} 1',
    'tracio_events_total{outcome="retried",code=""} 1',
    'tracio_events_total{outcome="replayed",code=""} 1',
    'tracio_events_total{outcome="expired",code=""} 1',
    'tracio_events_total{outcome="refused",code="payload_malformed"} 1',
    'tracio_events_total{outcome="refused",code="payload_too_large"} 1',
    'tracio_sessions_total 2',
    'tracio_http_requests_total{method="POST",route="/api/identify",status="200"} 4',
  ]) {
    expect(text).toContain(line)
  }
})

it('has the patterns of routes for labels, never what was asked for', async () => {
  server = await runApp({ metricsToken: TOKEN, metrics: createMetrics() })
  await server.api('/api/v1/events/1_marked')
  await fetch(`${server.url}/marked`)
  await fetch(`${server.url}/api/session?k=marked`)
  const text = await (await ask(`Bearer ${TOKEN}`)).text()
  expect(text).toContain('route="/api/v1/events/:requestId",status="404"')
  expect(text).not.toContain('marked')
  expect(text).not.toContain(server.first.publicKey)
})
