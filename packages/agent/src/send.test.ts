import { afterEach, describe, expect, it } from 'vitest'
import { type Answer, aSession, type LocalServer, localServer, type Received } from '../test/local-server.ts'
import type { Global } from './global.ts'
import { isStale, type Line, openSession, sendEnvelope, sendLate } from './send.ts'

const { fetch, Blob, atob } = globalThis
const g: Global = { fetch, Blob, atob: (text) => atob(text), setTimeout: (callback) => setTimeout(callback, 0) }

let server: LocalServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const lineTo = async (answer: (received: Received, count: number) => Answer): Promise<Line> => {
  server = await localServer(answer)
  return { g, endpoint: `${server.endpoint}/t`, publicKey: 'pk &1' }
}
const envelope = new Uint8Array([1, 0, 0, 0, 123, 125])

describe('openSession', () => {
  it('asks with the public key and reads the answer', async () => {
    const session = await openSession(await lineTo(() => ({ json: aSession })))
    expect(server?.received).toMatchObject([{ method: 'GET', url: '/t/api/session?k=pk%20%261' }])
    expect(session).toMatchObject({ session: 'v1.abc-_9', key: new Uint8Array(32).fill(0xfb) })
  })

  it('hands on the server for the probe, where there is one', async () => {
    const turn = { urls: 'turn:turn.example', username: 'u', credential: 'c' }
    const line = await lineTo((_received, count) => ({ json: count === 1 ? { ...aSession, turn } : aSession }))
    expect((await openSession(line)).turn).toEqual(turn)
    expect((await openSession(line)).turn).toBeUndefined()
  })

  it('says that the visitor asks for privacy, where it does', async () => {
    const line = await lineTo(() => ({ json: aSession }))
    for (const globalPrivacyControl of [true, false]) {
      await openSession({ ...line, g: { ...g, navigator: { globalPrivacyControl } } })
    }
    expect(server?.received.map(({ url }) => url)).toEqual([
      '/t/api/session?k=pk%20%261&gpc=1',
      '/t/api/session?k=pk%20%261',
    ])
  })

  it.each<[string, object]>([
    ['no session id', { ...aSession, session: undefined }],
    ['an empty session id', { ...aSession, session: '' }],
    ['a session id that is not ASCII', { ...aSession, session: 'é' }],
    ['a session id that no envelope can hold', { ...aSession, session: 'x'.repeat(256) }],
    ['a short key', { ...aSession, key: 'AAAA' }],
    ['a key that is no text', { ...aSession, key: 7 }],
  ])('refuses an answer with %s', async (_name, json) => {
    await expect(openSession(await lineTo(() => ({ json })))).rejects.toMatchObject({ code: 'server' })
  })

  it('says that the key is refused, in the words of the server', async () => {
    const refusal = { ok: false, error: { code: 'key_unknown', message: 'No such key.' } }
    const line = await lineTo(() => ({ status: 401, json: refusal }))
    await expect(openSession(line)).rejects.toMatchObject({ code: 'invalid_config', message: 'No such key.' })
  })

  it('says that nobody was reached', async () => {
    await expect(openSession({ g, endpoint: 'http://127.0.0.1:9', publicKey: 'k' })).rejects.toMatchObject({
      code: 'network',
    })
  })

  it('says that this browser cannot fetch', async () => {
    await expect(openSession({ g: {}, endpoint: '', publicKey: 'k' })).rejects.toMatchObject({ code: 'network' })
  })
})

it.each([
  ['fresh', 9 * 60_000, false],
  ['past nine minutes', 9 * 60_000 + 1, true],
])('a session is %s', (_name, nowMs, stale) => {
  const session = { session: 's', key: new Uint8Array(32), askedMs: 0 }
  expect(isStale(session, { performance: { now: () => nowMs } })).toBe(stale)
})

describe('sendEnvelope', () => {
  it('posts the bytes as they are, as text that needs no preflight', async () => {
    expect(await sendEnvelope(await lineTo(() => ({ json: { visitorId: 'v' } })), envelope)).toEqual({ visitorId: 'v' })
    expect(server?.received).toEqual([
      { method: 'POST', url: '/t/api/identify', type: 'text/plain', body: Buffer.from(envelope) },
    ])
  })

  it.each<[string, Answer]>([
    ['502', { status: 502, json: null }],
    ['503', { status: 503, json: null }],
    ['504', { status: 504, json: null }],
    ['a cut connection', 'cut'],
  ])('tries once more, with the same bytes, after %s', async (_name, failure) => {
    const line = await lineTo((_received, count) => (count === 1 ? failure : { json: 'ok' }))
    expect(await sendEnvelope(line, envelope)).toBe('ok')
    expect(server?.received.map(({ body }) => body)).toEqual([Buffer.from(envelope), Buffer.from(envelope)])
  })

  it.each<[string, Answer, string, number]>([
    ['gives up after the second 503', { status: 503, json: null }, 'server', 2],
    ['gives up after the second cut', 'cut', 'network', 2],
    ['does not repeat what the server refused', { status: 400, json: null }, 'server', 1],
    ['does not repeat what made the server stumble', { status: 500, json: null }, 'server', 1],
  ])('%s', async (_name, answer, code, requests) => {
    await expect(sendEnvelope(await lineTo(() => answer), envelope)).rejects.toMatchObject({ code })
    expect(server?.received).toHaveLength(requests)
  })

  it('does not try again when nobody waits any more', async () => {
    const abort = new AbortController()
    const line = await lineTo(() => {
      abort.abort()
      return 'cut'
    })
    await expect(sendEnvelope({ ...line, signal: abort.signal }, envelope)).rejects.toMatchObject({ code: 'network' })
    expect(server?.received).toHaveLength(1)
  })
})

describe('sendLate', () => {
  it('posts once, in a way that outlives the page', async () => {
    const kept: unknown[] = []
    const line = await lineTo(() => ({ status: 503, json: null }))
    const noting: Global['fetch'] = (url, init) => {
      kept.push(init.keepalive)
      return fetch(url, init)
    }
    await sendLate({ ...line, g: { ...g, Request, fetch: noting } }, envelope)
    expect([kept, server?.received.map(({ body }) => body)]).toEqual([[true], [Buffer.from(envelope)]])
  })

  it('makes a beacon of it where fetch cannot', async () => {
    const line = await lineTo(() => ({ json: 'ok' }))
    const beacons: unknown[] = []
    const sendBeacon = (url: string, body: unknown): boolean => beacons.push([url, body]) > 0
    await sendLate({ ...line, g: { ...g, navigator: { sendBeacon } } }, envelope)
    expect(beacons).toEqual([[`${line.endpoint}/api/identify`, expect.any(Blob)]])
    expect(server?.received).toEqual([])
  })

  it.each<[string, Global, Uint8Array<ArrayBuffer>]>([
    ['a browser that has neither', {}, envelope],
    ['a browser that refuses the beacon', { navigator: { sendBeacon: () => false } }, envelope],
    ['more than a page may leave behind', { Request }, new Uint8Array(48 * 1024 + 1)],
  ])('tries all the same: %s', async (_name, part, bytes) => {
    const line = await lineTo(() => ({ json: 'ok' }))
    await sendLate({ ...line, g: { ...g, ...part } }, bytes)
    expect(server?.received.map(({ body }) => body.length)).toEqual([bytes.length])
  })
})
