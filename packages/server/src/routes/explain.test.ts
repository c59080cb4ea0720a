import type { EpochMs } from '@tracio/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectDocumented } from '../../test/documented-answers.ts'
import { aPayload, chromeValues } from '../../test/payloads.ts'
import { type RunningApp, runApp, type Visit } from '../../test/running-app.ts'
import { hashApiSecret, newApiSecret } from '../auth/api-secret.ts'

const EXPLAIN = 'GET /api/v1/subscriptions/{id}/events/{requestId}/explain'
const SIGNALS = 'GET /api/v1/subscriptions/{id}/events/{requestId}/signals'

const secret = newApiSecret()
const withoutSignals = { authorization: `Bearer ${secret}` }
const payload = aPayload({ ...chromeValues, webdriver: true })

let server: RunningApp
let visit: Visit
beforeAll(async () => {
  server = await runApp()
  const { workspaceId } = server.first
  const known = { workspaceId, name: 'reader', scopes: ['events'] } as const
  await server.directory.addApiSecret(hashApiSecret(secret), known, 0 as EpochMs)
  visit = await server.visit(payload, { 'accept-language': 'en-GB', cookie: '_tcid=someone' })
})
afterAll(() => server.app.close())

const at = (end: string, id = visit.body.requestId): string =>
  `/api/v1/subscriptions/${server.first.workspaceId}/events/${id}/${end}`

it('explains who, what, how much and what to do, in words', async () => {
  const answer = await expectDocumented(server.app, EXPLAIN, await server.api(at('explain')))
  expect(answer).toMatchObject({
    ok: true,
    data: {
      request_id: visit.body.requestId,
      identification: {
        visitor_id: visit.body.visitorId,
        match: 'new',
        steps: [
          { reason: 'cookie_unknown', sentence: expect.stringContaining('cookie'), observed: 'unknown' },
          { reason: 'frozen_nobody' },
          { reason: 'visitor_new' },
        ],
      },
      bot: { result: 'bot', type: 'webdriver' },
      score: { risk_score: 81 },
      decision: { risk_level: 'critical', action: 'deny', band: { from: 81, to: 100 } },
      observations: {
        headers: { 'accept-language': 'en-GB' },
        cookie: 'unknown',
        candidates: { by_cookie: 0, cookie_disputed: false, by_device: 0 },
      },
      signals_left_out: null,
    },
  })
  expect(JSON.stringify(answer)).not.toContain('someone')
})

it('shows each reading by its id, and for a gap its number', async () => {
  const answer = await expectDocumented(server.app, SIGNALS, await server.api(at('signals')))
  expect(answer).toMatchObject({
    data: {
      request_id: visit.body.requestId,
      signals: expect.arrayContaining([
        expect.objectContaining({ id: 's300', name: 'webdriver', value: true, status: 0 }),
        expect.objectContaining({ id: 's17', name: 'canvas', ms: 3.5 }),
      ]),
    },
  })
})

it('leaves the readings out for a secret that may not see them, and says so', async () => {
  const headers = withoutSignals
  const answer = await expectDocumented(server.app, EXPLAIN, await server.api(at('explain'), { headers }))
  expect(answer).toMatchObject({ data: { signals: null, signals_left_out: 'scope', bot: { result: 'bot' } } })
  const refused = await server.api(at('signals'), { headers })
  expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: 'forbidden' } }])
})

it('says so when readings and observations are not kept any more', async () => {
  const ledger = { ...server.ledger, readings: async () => undefined, observations: async () => undefined }
  const old = await runApp({ directory: server.directory, ledger })
  const headers = { authorization: `Bearer ${server.first.apiSecret}` }
  const answer = await expectDocumented(old.app, EXPLAIN, await old.api(at('explain'), { headers }))
  expect(answer).toMatchObject({ data: { observations: null, signals: null, signals_left_out: 'forgotten' } })
  expect((await old.api(at('signals'), { headers })).status).toBe(404)
  await old.app.close()
})

it('knows no event that is not there', async () => {
  for (const end of ['explain', 'signals']) {
    const response = await server.api(at(end, '1_nobody'))
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'not_found' } }])
  }
})
