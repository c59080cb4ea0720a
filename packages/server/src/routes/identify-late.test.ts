import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPayload, chromeValues, type SessionAnswer, seal, unsealed } from '../../test/payloads.ts'
import { type RunningApp, readVisit, runApp, START, type Visit } from '../../test/running-app.ts'

const HOUR_MS = 3_600_000

let server: RunningApp
beforeAll(async () => {
  server = await runApp()
})
afterAll(() => server.app.close())

/** A machine that nobody else in this file has, and that is slow to say whether it is driven. */
let machines = 0
const { webdriver: _unread, ...slowToSay } = chromeValues
const aMachine = () => aPayload({ ...slowToSay, canvas: { winding: true, geometry: `${++machines}`, text: 'x' } })
const aLate = (tag = 'late') => aPayload({ webdriver: true }, { phase: 'late', tag, extended: true })

/** A session of its own for each test, and the primary payload's answer. */
let session: SessionAnswer
let first: Visit
beforeEach(async () => {
  server.clock.at = START
  session = await server.session()
  first = await readVisit(await server.post(seal(session, aMachine())))
})

const late = async (payload = aLate(), headers: Record<string, string> = {}) =>
  readVisit(await server.post(seal(session, payload), headers))
const flat = async (requestId: string) =>
  (await server.api(`/api/v1/subscriptions/${server.first.workspaceId}/events/${requestId}`)).json()

describe('a late payload', () => {
  it('is answered with the same visitor and request, and the verdict as it is now', async () => {
    expect(first.body['bot']).toMatchObject({ result: 'uncertain' })
    expect(await late()).toMatchObject({
      status: 200,
      body: {
        requestId: first.body.requestId,
        visitorId: first.body.visitorId,
        bot: { result: 'bot', type: 'webdriver', reasons: ['webdriver_declared'] },
      },
    })
  })

  it('is found where the backend reads events, as the newest revision', async () => {
    await late()
    const event = await (await server.api(`/api/v1/events/${first.body.requestId}`)).json()
    expect(event).toMatchObject({
      visitorId: first.body.visitorId,
      products: {
        identification: { data: { phase: 'late', revision: 2, timestamp: new Date(START).toISOString() } },
        botd: { data: { bot: { result: 'bad' } } },
        suspectScore: { data: { result: 81, action: 'deny' } },
      },
    })
    expect(await flat(first.body.requestId)).toMatchObject({
      data: { phase: 'late', revision: 2, bot_result: 'bot', decision: 'deny', tag: null },
    })
  })

  it('neither sets nor prolongs a cookie', async () => {
    expect(first.cookie).not.toBe('')
    expect((await late(aLate(), { cookie: first.cookie })).cookie).toBe('')
    expect((await late(aLate('other'), { cookie: first.cookie })).cookie).toBe('')
  })

  it('is answered alike when it comes again', async () => {
    const body = seal(session, aLate())
    const answered = await readVisit(await server.post(body))
    expect(await readVisit(await server.post(body))).toEqual(answered)
    expect(await flat(first.body.requestId)).toMatchObject({ data: { revision: 2 } })
  })

  it('is an event of its own, flagged, when another came before', async () => {
    await late()
    const replay = await late(aLate('other'))
    expect(replay.status).toBe(200)
    expect(replay.body.requestId).not.toBe(first.body.requestId)
    expect(await flat(replay.body.requestId)).toMatchObject({
      data: { phase: 'late', revision: 1, session: 'replayed', replayed: true, tag: 'other' },
    })
    expect(await flat(first.body.requestId)).toMatchObject({ data: { revision: 2, session: 'fresh' } })
  })

  it('comes also from another address than the primary one, and the event keeps the first', async () => {
    server.clock.at += 23 * HOUR_MS
    expect(await late(aLate(), { 'user-agent': 'curl/8' })).toMatchObject({ status: 200 })
    expect(await flat(first.body.requestId)).toMatchObject({
      data: { revision: 2, user_agent: expect.stringContaining('Chrome'), timestamp: new Date(START).toISOString() },
    })
  })

  it('leaves the visitor as the primary one left them', async () => {
    await late()
    const next = await server.visit(aMachine(), { cookie: first.cookie })
    expect(next.body).toMatchObject({ visitorId: first.body.visitorId, visitorFound: true })
  })
})

describe('is refused, and nothing is stored,', () => {
  it.each<[string, () => Promise<Response>, number, string]>([
    ['before the primary payload', async () => server.post(seal(await server.session(), aLate())), 409, 'conflict'],
    [
      'more than 24 hours after its session',
      async () => {
        server.clock.at += 24 * HOUR_MS + 1000
        return server.post(seal(session, aLate()))
      },
      409,
      'conflict',
    ],
    [
      'after the visitor was erased',
      async () => {
        await server.api(`/api/v1/visitors/${first.body.visitorId}`, { method: 'DELETE' })
        return server.post(seal(session, aLate()))
      },
      409,
      'conflict',
    ],
    ['unsealed after a sealed primary one', async () => server.post(unsealed(session, aLate())), 409, 'conflict'],
    [
      'from another origin',
      async () => server.post(seal(session, aLate()), { origin: 'https://evil.example' }),
      400,
      'session_unknown',
    ],
    [
      'edited',
      async () => server.post(Buffer.from(seal(session, aLate()).map((byte, at) => (at === 100 ? byte ^ 1 : byte)))),
      400,
      'payload_unreadable',
    ],
  ])('%s', async (_name, post, status, code) => {
    const response = await post()
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect([response.status, await response.json()]).toEqual([
      status,
      { ok: false, error: { code, message: expect.any(String) } },
    ])
    expect(await flat(first.body.requestId)).not.toMatchObject({ data: { phase: 'late' } })
  })
})
