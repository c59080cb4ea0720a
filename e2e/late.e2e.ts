import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  aPayload,
  CHROME_USER_AGENT,
  chromeValues,
  type SessionAnswer,
  seal,
} from '../packages/server/test/payloads.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

let tracio: TracioServer
beforeEach(async () => {
  tracio = await startTracio()
})
afterEach(() => tracio.dispose())

interface Answered {
  readonly status: number
  readonly body: ApiBody
}

const newSession = async (): Promise<SessionAnswer> =>
  // The route's schema says what it answers.
  (await (await fetch(`${tracio.url}/api/session?k=${tracio.publicKey}`)).json()) as SessionAnswer

const post = (session: SessionAnswer, payload: unknown): Promise<Answered> => send(seal(session, payload))

async function send(body: Buffer<ArrayBuffer>): Promise<Answered> {
  const headers = { 'user-agent': CHROME_USER_AGENT }
  const response = await fetch(`${tracio.url}/api/identify`, { method: 'POST', body, headers })
  return { status: response.status, body: (await response.json()) as ApiBody }
}

const { webdriver: _unread, ...slowToSay } = chromeValues

/** A primary payload of a machine of its own, slow to say whether it is driven; `machine` tells it from others. */
const aPrimary = (machine = 0) =>
  aPayload({ ...slowToSay, canvas: { winding: true, geometry: `m${machine}`, text: 'x' } })
const aLate = (tag = 'late') => aPayload({ webdriver: true }, { phase: 'late', tag })

const flat = async (requestId: unknown): Promise<ApiBody> =>
  (await tracio.api(`/api/v1/subscriptions/${tracio.workspaceId}/events/${requestId}`)).body

it('amends the event of its session, and the amendment outlives a kill right after the answer', async () => {
  const session = await newSession()
  const primary = await post(session, aPrimary())
  expect(await flat(primary.body['requestId'])).toMatchObject({ data: { revision: 1, bot_result: 'uncertain' } })
  const late = await post(session, aLate())
  await tracio.end('SIGKILL')
  const { requestId, visitorId } = primary.body
  expect(late).toMatchObject({ status: 200, body: { requestId, visitorId, bot: { result: 'bot' } } })
  tracio = await tracio.restart()
  expect(await flat(requestId)).toMatchObject({
    data: { visitor_id: visitorId, phase: 'late', revision: 2, bot_result: 'bot', decision: 'deny' },
  })
})

it('loses no answered amendment when it is killed under load', async () => {
  const sessions = await Promise.all(Array.from({ length: 60 }, newSession))
  await Promise.all(sessions.map((session, machine) => post(session, aPrimary(machine))))
  // A connection that breaks or is refused: the server has gone, which is what this test does to it.
  const lates = sessions.map((session) => post(session, aLate()).catch(() => undefined))
  await Promise.race([lates[10], lates[20], lates[30]])
  await tracio.end('SIGKILL')
  const answered = (await Promise.all(lates)).filter((late) => late?.status === 200)
  tracio = await tracio.restart()
  expect(answered.length).toBeGreaterThan(0)
  for (const late of answered) {
    expect(await flat(late?.body['requestId'])).toMatchObject({ data: { phase: 'late', revision: 2 } })
  }
})

it('knows after a restart what it has seen: a retry is a retry, another late payload a replay', async () => {
  const session = await newSession()
  const primary = await post(session, aPrimary())
  const body = seal(session, aLate())
  const late = await send(body)
  await tracio.end('SIGTERM')
  tracio = await tracio.restart()
  expect(await send(body)).toEqual(late)
  const replay = await post(session, aLate('other'))
  expect(replay.body['requestId']).not.toBe(primary.body['requestId'])
  expect(await flat(replay.body['requestId'])).toMatchObject({ data: { session: 'replayed', phase: 'late' } })
  expect(await flat(late.body['requestId'])).toMatchObject({ data: { session: 'fresh', revision: 2 } })
})

it('takes one late payload a session, however many come at once', async () => {
  const session = await newSession()
  const primary = await post(session, aPrimary())
  const lates = await Promise.all(Array.from({ length: 8 }, (_, i) => post(session, aLate(`${i}`))))
  const { requestId } = primary.body
  expect(lates.filter(({ body }) => body['requestId'] === requestId)).toHaveLength(1)
  expect(new Set(lates.map(({ body }) => body['requestId'])).size).toBe(8)
  expect(await flat(requestId)).toMatchObject({ data: { revision: 2 } })
})

it('refuses a late payload whose event was erased, and nothing comes back', async () => {
  const session = await newSession()
  const { body } = await post(session, aPrimary())
  expect(await tracio.api(`/api/v1/visitors/${body['visitorId']}`, 'DELETE')).toMatchObject({ status: 200 })
  expect(await post(session, aLate())).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
  expect((await tracio.api(`/api/v1/events/${body['requestId']}`)).status).toBe(404)
})

it('refuses a late payload that comes before any primary one', async () => {
  expect(await post(await newSession(), aLate())).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
})
