import { connect } from 'node:net'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPayload, CHROME_USER_AGENT, chromeValues, seal, sealBytes, unsealed } from '../../test/payloads.ts'
import { type RunningApp, readVisit, runApp } from '../../test/running-app.ts'

let server: RunningApp
beforeAll(async () => {
  server = await runApp()
})
afterAll(() => server.app.close())

/** A machine that nobody else in this file has. */
let machines = 0
const aMachine = () => aPayload({ ...chromeValues, canvas: { winding: true, geometry: `${++machines}`, text: 'x' } })

describe('a visitor is known again', () => {
  it('by cookie, with more confidence than at first', async () => {
    const machine = aMachine()
    const first = await server.visit(machine)
    const second = await server.visit(machine, { cookie: first.cookie })
    expect(first.body).toMatchObject({ visitorFound: false, confidence: 0.9 })
    expect(second.body).toMatchObject({ visitorFound: true, visitorId: first.body.visitorId })
    expect(second.body['confidence']).toBeGreaterThan(0.9)
    expect(second.cookie).toBe(first.cookie)
  })

  it('by cookie although the machine looks different now', async () => {
    const first = await server.visit(aMachine())
    const second = await server.visit(aMachine(), { cookie: first.cookie })
    expect(second.body.visitorId).toBe(first.body.visitorId)
  })

  it('by its frozen signals when the cookie is gone, and then gets a new cookie', async () => {
    const machine = aMachine()
    const first = await server.visit(machine)
    const second = await server.visit(machine)
    expect(second.body.visitorId).toBe(first.body.visitorId)
    expect(second.cookie).not.toBe(first.cookie)
  })
})

describe('two browsers that look alike', () => {
  it('part for good when both cookies prove to be alive, and a third is ambiguous', async () => {
    const machine = aMachine()
    const ada = await server.visit(machine)
    const bob = await server.visit(machine)
    server.clock.at += 10_000
    const adaAgain = await server.visit(machine, { cookie: ada.cookie })
    const bobAgain = await server.visit(machine, { cookie: bob.cookie })
    expect(adaAgain.body.visitorId).toBe(ada.body.visitorId)
    expect(bobAgain.body.visitorId).not.toBe(ada.body.visitorId)
    server.clock.at += 10_000
    expect((await server.visit(machine, { cookie: ada.cookie })).body.visitorId).toBe(ada.body.visitorId)
    expect((await server.visit(machine, { cookie: bobAgain.cookie })).body.visitorId).toBe(bobAgain.body.visitorId)
    const third = await server.visit({ ...machine, extended: true })
    expect(third.body).toMatchObject({
      visitorFound: false,
      products: { identification: { data: { ambiguous: true, lookAlikes: 2 } } },
    })
  })

  it('are one when they come at the same moment, as two tabs do', async () => {
    const machine = aMachine()
    const visits = await Promise.all(Array.from({ length: 10 }, () => server.visit(machine)))
    expect(new Set(visits.map(({ body }) => body.visitorId)).size).toBe(1)
  })
})

describe('a payload that comes twice', () => {
  it('is answered again when it is the same, cookie included, and stored once', async () => {
    const body = seal(await server.session(), aMachine())
    const first = await readVisit(await server.post(body))
    const again = await readVisit(await server.post(body))
    expect(again).toEqual(first)
    const flat = await server.api(`/api/v1/subscriptions/${server.first.workspaceId}/events/${first.body.requestId}`)
    expect(await flat.json()).toMatchObject({ data: { replayed: false } })
  })

  it('is answered again, without the cookie, to somebody else who holds a copy', async () => {
    const body = seal(await server.session(), aMachine())
    const first = await readVisit(await server.post(body))
    const thief = await readVisit(await server.post(body, { 'user-agent': 'curl/8' }))
    expect(thief).toMatchObject({ body: { requestId: first.body.requestId }, cookie: '' })
  })

  it('is an event of its own, flagged, when it was changed, and teaches nobody anything', async () => {
    const session = await server.session()
    const machine = aMachine()
    const first = await readVisit(await server.post(seal(session, machine)))
    const replay = await readVisit(await server.post(seal(session, { ...machine, tag: 'again', extended: true })))
    expect(replay.status).toBe(200)
    expect(replay.cookie).toBe('')
    expect(replay.body.requestId).not.toBe(first.body.requestId)
    expect(replay.body).toMatchObject({
      products: { identification: { data: { replayed: true, session: 'replayed' } } },
    })
    const after = await server.visit({ ...machine, extended: true }, { cookie: first.cookie })
    expect(after.body).toMatchObject({ visitorId: first.body.visitorId })
  })
})

describe('a session that is too old', () => {
  it('is stored, flagged, and identifies nobody', async () => {
    const body = seal(await server.session(), { ...aMachine(), extended: true })
    server.clock.at += 10 * 60_000 + 1000
    const late = await readVisit(await server.post(body))
    expect(late).toMatchObject({ status: 200, cookie: '' })
    expect(late.body).toMatchObject({ visitorId: null, products: { identification: { data: { session: 'expired' } } } })
  })

  it('is refused when not even its secret is kept any more', async () => {
    const body = seal(await server.session(), aMachine())
    const other = await runApp()
    const response = await fetch(`${other.url}/api/identify`, { method: 'POST', body })
    expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'session_unknown' } }])
    await other.app.close()
  })
})

describe('what does not open is refused, and nothing is stored', () => {
  const session = () => server.session()
  const flip = (body: Buffer<ArrayBuffer>, at: number): Buffer<ArrayBuffer> =>
    Buffer.from(body.map((byte, i) => (i === at ? byte ^ 1 : byte)))
  it.each<[string, () => Promise<Buffer<ArrayBuffer> | string>, number, string]>([
    ['an empty body', async () => '', 400, 'payload_malformed'],
    ['a page of HTML', async () => '<html>', 400, 'payload_malformed'],
    ['a truncated payload', async () => seal(await session(), aMachine()).subarray(0, 200), 400, 'payload_unreadable'],
    [
      'a payload with one bit changed',
      async () => flip(seal(await session(), aMachine()), 300),
      400,
      'payload_unreadable',
    ],
    [
      'a payload sealed for another session',
      async () => seal({ ...(await session()), key: (await session()).key }, aMachine()),
      400,
      'payload_unreadable',
    ],
    ['a forged session', async () => unsealed({ session: 'A'.repeat(48) }, aMachine()), 400, 'session_unknown'],
    ['a session with one bit changed', async () => flip(seal(await session(), aMachine()), 10), 400, 'session_unknown'],
    ['a body beyond 256 KiB', async () => Buffer.alloc(256 * 1024 + 1), 413, 'payload_too_large'],
    [
      'a bomb that inflates beyond 1 MiB',
      async () => sealBytes(await session(), deflateRawSync(Buffer.alloc(2 ** 20 + 1, 32))),
      413,
      'payload_too_large',
    ],
    [
      'what does not inflate',
      async () => sealBytes(await session(), Buffer.from('not deflated')),
      400,
      'payload_malformed',
    ],
    ['what is no JSON', async () => sealBytes(await session(), deflateRawSync('{"values":')), 400, 'payload_malformed'],
    ['JSON that is no payload', async () => seal(await session(), { hello: 'world' }), 400, 'payload_malformed'],
    [
      'a payload of endless depth',
      async () =>
        sealBytes(
          await session(),
          deflateRawSync(`{"agent":"0","phase":"primary","values":{"s1":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`),
        ),
      400,
      'payload_malformed',
    ],
  ])('%s', async (_name, body, status, code) => {
    const response = await server.post(await body())
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect([response.status, await response.json()]).toEqual([
      status,
      { ok: false, error: { code, message: expect.any(String) } },
    ])
  })

  it('a request that breaks off', async () => {
    const { port } = new URL(server.url)
    const socket = connect(Number(port), 'localhost')
    socket.end('POST /api/identify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\nhalf of it')
    await new Promise((resolve) => socket.once('close', resolve).resume())
    expect((await server.visit(aMachine())).status).toBe(200)
  })
})

it('keeps an event with one bad signal and says so in the reading', async () => {
  const visit = await server.visit(aPayload({ ...chromeValues, cores: 'eight' }))
  expect(visit.status).toBe(200)
})

it('takes an unsealed payload from a plain page and says so', async () => {
  const { session } = await server.session()
  const visit = await readVisit(await server.post(unsealed({ session }, { ...aMachine(), extended: true })))
  expect(visit.body).toMatchObject({ products: { identification: { data: { sealed: false } } } })
})

it('takes the envelope in a JSON request, and at the root path', async () => {
  const body = JSON.stringify({ payload: seal(await server.session(), aMachine()).toString('base64') })
  const json = await server.post(body, { 'content-type': 'application/json' })
  expect(json.status).toBe(200)
  const root = await fetch(`${server.url}/`, { method: 'POST', body: seal(await server.session(), aMachine()) })
  expect(root.status).toBe(200)
  const broken = await server.post('{"payload":', { 'content-type': 'application/json' })
  expect([broken.status, await broken.json()]).toMatchObject([400, { error: { code: 'payload_malformed' } }])
})

it('reads products only when asked, and evidence never', async () => {
  const plain = await server.visit(aMachine())
  expect(plain.body).not.toHaveProperty('products')
  const extended = await server.visit({ ...aPayload({ ...chromeValues, webdriver: true }), extended: true })
  expect(extended.body).toMatchObject({
    bot: { result: 'bot', type: 'webdriver' },
    products: { botd: { evidence: [] } },
  })
  expect(extended.body).not.toHaveProperty('findings')
})

it('sets no cookie across sites, and the event says why', async () => {
  const headers = { origin: 'https://app.elsewhere.example', 'user-agent': CHROME_USER_AGENT }
  const visit = await server.visit({ ...aMachine(), extended: true }, headers)
  expect(visit.cookie).toBe('')
  expect(visit.body).toMatchObject({ products: { identification: { data: { cookie: 'cross_site' } } } })
})
