import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPayload, chromeValues } from '../../test/payloads.ts'
import { type RunningApp, runApp, START, type Visit } from '../../test/running-app.ts'

let server: RunningApp
let visit: Visit
beforeAll(async () => {
  server = await runApp()
  visit = await server.visit(aPayload({ ...chromeValues, webdriver: true }, { linkedId: 'user_1', tag: 'login' }))
})
afterAll(() => server.app.close())

it('reads an event as products, with evidence', async () => {
  const response = await server.api(`/api/v1/events/${visit.body.requestId}`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const event = await response.json()
  expect(event).toMatchObject({
    requestId: visit.body.requestId,
    visitorId: visit.body.visitorId,
    products: {
      identification: { data: { visitorId: visit.body.visitorId, confidence: { score: 0.9 }, linkedId: 'user_1' } },
      botd: { status: 'detected', data: { result: true, bot: { result: 'bad', type: 'webdriver' } } },
      suspectScore: { data: { result: 81, action: 'deny' } },
    },
  })
  expect(event.products.botd.evidence.length).toBeGreaterThan(0)
})

it('reads the same event flat, under its workspace', async () => {
  const response = await server.api(`/api/v1/subscriptions/${server.first.workspaceId}/events/${visit.body.requestId}`)
  expect(await response.json()).toMatchObject({
    ok: true,
    data: {
      request_id: visit.body.requestId,
      timestamp: new Date(START).toISOString(),
      bot_result: 'bot',
      risk_score: 81,
      decision: 'deny',
      is_vpn: null,
      tag: 'login',
    },
  })
})

describe('refuses', () => {
  it.each([
    ['an unknown event', '/api/v1/events/1_nobody', 404, 'not_found'],
    ['another workspace', '/api/v1/subscriptions/ws_other/events/1_a', 403, 'forbidden'],
    ['an endless id', `/api/v1/events/${'x'.repeat(65)}`, 400, 'request_malformed'],
    ['an unknown path', '/api/v1/evnets/1', 404, 'not_found'],
  ])('%s', async (_name, path, status, code) => {
    const response = await server.api(path)
    expect([response.status, await response.json()]).toMatchObject([status, { ok: false, error: { code } }])
  })

  it('a request without a secret, or with a wrong one', async () => {
    for (const headers of [{}, { authorization: 'Bearer tracio_sk_wrong' }]) {
      const response = await fetch(`${server.url}/api/v1/events/${visit.body.requestId}`, { headers })
      expect([response.status, await response.json()]).toMatchObject([401, { error: { code: 'secret_invalid' } }])
    }
  })
})
