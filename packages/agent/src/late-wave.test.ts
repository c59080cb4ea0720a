import { inflateRawSync } from 'node:zlib'
import { decodeEnvelope, decodePayload } from '@tracio/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aSession, type LocalServer, localServer } from '../test/local-server.ts'
import type { Global } from './global.ts'
import type { Sources } from './run.ts'
import type { Watchers } from './watch.ts'
import { ownWork, type Work } from './work.ts'

const { fetch, Blob, Request, AbortController, setTimeout: later, clearTimeout: clear } = globalThis
const ids = { visitorId: 'aaaaBBBBcccc1234', requestId: '1790000000_abcdefghijkl' }
const call = { extendedResult: false }

let server: LocalServer
let window: EventTarget
let page: EventTarget
let visibilityState: string
let g: Global
beforeEach(async () => {
  server = await localServer(({ method }) => ({ json: method === 'GET' ? aSession : ids }))
  window = new EventTarget()
  page = new EventTarget()
  visibilityState = 'visible'
  g = {
    ...{ fetch, Blob, Request, AbortController },
    atob: (text) => atob(text),
    btoa: (binary) => btoa(binary),
    setTimeout: (callback, ms) => later(callback, ms),
    clearTimeout: (timer) => clear(timer instanceof Object ? Number(timer) : undefined),
    addEventListener: (type, listener) => window.addEventListener(type, listener),
    removeEventListener: (type, listener) => window.removeEventListener(type, listener),
    document: {
      get visibilityState() {
        return visibilityState
      },
      addEventListener: (type, listener) => page.addEventListener(type, listener),
      removeEventListener: (type, listener) => page.removeEventListener(type, listener),
    },
  }
})
afterEach(() => server.close())

const pause = (ms: number): Promise<void> => new Promise((resolve) => later(resolve, ms))

/** Long enough for an envelope to be sealed, and for one to arrive. */
const SETTLED_MS = 80

const slow: Sources = { cores: () => ({ value: 8 }), clientHints: () => pause(500).then(() => ({ absent: 'denied' })) }

let moves: number
let stops: number
const watchers: Watchers = {
  memoryGib: () => ({ read: () => ({ value: moves }), stop: () => void stops++ }),
}

function workWith(lateAfterMs = 60_000, sources = slow, apiPath = '/api'): Work {
  moves = 2
  stops = 0
  const line = { endpoint: server.endpoint, apiPath, publicKey: 'pk', log: () => undefined }
  // A small budget: the primary wave leaves after 300 ms, and the slow source has not answered by then.
  return ownWork({ g, ...line, sources, watchers, budgetMs: 100, lateAfterMs })
}

const hide = (): void => {
  visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
}
const leave = (): boolean => window.dispatchEvent(new Event('pagehide'))

/** What was posted, opened as the server does for a page without WebCrypto. */
const posted = () =>
  server.received
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => {
      const envelope = decodeEnvelope(body)
      const text = envelope?.encoding === 1 ? inflateRawSync(envelope.bytes) : envelope?.bytes
      return { session: envelope?.session, ...decodePayload(JSON.parse(String(text && Buffer.from(text)))) }
    })

describe.each([
  ['hidden', hide],
  ['left', leave],
])('when the page is %s', (_name, end) => {
  it('sends what came after the primary wave, in the same session, once', async () => {
    const work = workWith()
    await work.identify(call, undefined)
    await pause(1200)
    end()
    leave()
    await pause(SETTLED_MS)
    const [primary, late, ...more] = posted()
    expect(primary).toMatchObject({ phase: 'primary', readings: { values: { s7: 8 }, gaps: { s58: -8 } } })
    expect(late).toMatchObject({ phase: 'late', session: primary?.session })
    expect(late?.readings).toEqual({ values: { s8: 2 }, gaps: { s58: -2 }, differing: {} })
    expect([more, stops]).toEqual([[], 1])
  })
})

it('sends the newest that was sealed in time', async () => {
  const work = workWith()
  await work.identify(call, undefined)
  await pause(SETTLED_MS)
  moves = 7
  await pause(1000)
  moves = 9
  leave()
  await pause(SETTLED_MS)
  expect(posted()[1]?.readings?.values).toEqual({ s8: 7 })
})

it('goes where the page sends everything else', async () => {
  const work = workWith(50, slow, '/visits')
  await work.identify(call, undefined)
  await pause(50 + 2 * SETTLED_MS)
  const paths = server.received.filter(({ method }) => method === 'POST').map(({ url }) => url)
  expect(paths).toEqual(['/visits/identify', '/visits/identify'])
})

it('does not wait for the end of a page that stays', async () => {
  const work = workWith(50)
  await work.identify(call, undefined)
  await pause(50 + 2 * SETTLED_MS)
  expect(posted().map(({ phase }) => phase)).toEqual(['primary', 'late'])
  leave()
  await pause(SETTLED_MS)
  expect(posted()).toHaveLength(2)
})

it.each<[string, (work: Work) => void]>([
  ['the instance is destroyed', (work) => work.end()],
  ['the visitor takes the consent back', (work) => work.consent(false)],
])('sends nothing more when %s', async (_name, stop) => {
  const work = workWith(100)
  await work.identify(call, undefined)
  stop(work)
  leave()
  await pause(100 + SETTLED_MS)
  expect([posted().length, stops]).toEqual([1, 1])
})

it('sends nothing more of a call that was stopped as it was answered', async () => {
  const abort = new AbortController()
  const answered = workWith(10).identify(call, abort.signal)
  abort.abort()
  await expect(answered).rejects.toMatchObject({ code: 'network' })
  leave()
  await pause(SETTLED_MS)
  expect([posted().length, stops]).toEqual([0, 1])
})

it('has none for a payload that the page sends itself', async () => {
  await workWith(10).collect(call, undefined)
  leave()
  await pause(10 + SETTLED_MS)
  expect(server.received.map(({ method }) => method)).toEqual(['GET'])
})

it('gives each call its own, and lets them share the watchers', async () => {
  const work = workWith()
  await Promise.all([work.identify(call, undefined), work.identify({ ...call, tag: 'login' }, undefined)])
  await pause(SETTLED_MS)
  leave()
  await pause(SETTLED_MS)
  expect(posted().map(({ phase }) => phase)).toEqual(['primary', 'primary', 'late', 'late'])
  expect(stops).toBe(1)
})
