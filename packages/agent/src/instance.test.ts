import { afterEach, describe, expect, it } from 'vitest'
import { type Answer, aSession, type LocalServer, localServer, type Received } from '../test/local-server.ts'
import type { Global } from './global.ts'
import { createInstance, type TracioInstance } from './instance.ts'

const { fetch, Blob, AbortController, setTimeout: later, clearTimeout: clear } = globalThis
const page: Global = {
  ...{ fetch, Blob, AbortController },
  document: {},
  atob: (text) => atob(text),
  setTimeout: (callback, ms) => later(callback, ms),
  clearTimeout: (timer) => clear(timer instanceof Object ? Number(timer) : undefined),
}

let server: LocalServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const ids = { visitorId: 'aaaaBBBBcccc1234', requestId: '1790000000_abcdefghijkl' }
const good = ({ method }: Received): Answer => ({ json: method === 'GET' ? aSession : ids })

async function instanceOn(
  answer: (received: Received, count: number) => Answer,
  { g = page, timeoutMs = 5000 }: { g?: Global; timeoutMs?: number } = {},
): Promise<TracioInstance> {
  server = await localServer(answer)
  const settings = { publicKey: 'pk', endpoint: server.endpoint, timeoutMs }
  return createInstance({ g, settings, sources: { cores: () => ({ value: 8 }) } })
}
const posts = (): number | undefined => server?.received.filter(({ method }) => method === 'POST').length

describe('asks the server once', () => {
  it('for calls at the same time, and remembers the answer', async () => {
    const tracio = await instanceOn(good)
    expect(await Promise.all([tracio.getResult(), tracio.getResult(), tracio.getVisitorId()])).toEqual([
      ids,
      ids,
      ids.visitorId,
    ])
    expect(await tracio.getResult()).toBe(await tracio.getResult())
    expect(posts()).toBe(1)
  })
  it('for each kind of result', async () => {
    const tracio = await instanceOn(good)
    await Promise.all([tracio.getResult({ extendedResult: true }), tracio.getResult(), tracio.getResult({})])
    expect(posts()).toBe(2)
  })
})

it('sends nothing before somebody asks', async () => {
  const { publicKey } = await instanceOn(good)
  expect([publicKey, server?.received]).toEqual(['pk', []])
})

describe('fails', () => {
  const refusal = { ok: false, error: { code: 'origin_not_allowed', message: 'Not from here.' } }

  it('for good when the settings are wrong', async () => {
    const tracio = await instanceOn(() => ({ status: 403, json: refusal }))
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'invalid_config', terminal: true })
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'invalid_config' })
    expect(server?.received).toHaveLength(1)
  })
  it('until the next call when it may pass', async () => {
    const tracio = await instanceOn((received, count) => (count === 1 ? { status: 500, json: null } : good(received)))
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'server', retryable: true })
    expect(await tracio.getResult()).toEqual(ids)
  })
  it('when nobody was identified', async () => {
    const tracio = await instanceOn((received) =>
      received.method === 'GET' ? good(received) : { json: { ...ids, visitorId: null } },
    )
    await expect(tracio.getVisitorId()).rejects.toMatchObject({ code: 'server' })
  })
  it('when its time is up, and stops waiting for the network', async () => {
    const g: Global = {
      ...page,
      fetch: (_url, init) => new Promise((_, no) => init.signal?.addEventListener('abort', () => no('over'))),
    }
    const tracio = await instanceOn(good, { g, timeoutMs: 20 })
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'timeout' })
  })
  it('without a document', async () => {
    const tracio = await instanceOn(good, { g: {} })
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'non_browser', terminal: true })
    expect(server?.received).toEqual([])
  })
  it('with a name of its own when the agent is broken', async () => {
    const subtle = { importKey: () => Promise.reject(new Error('no AES')), encrypt: crypto.subtle.encrypt }
    const getRandomValues = (into: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => into
    const tracio = await instanceOn(good, { g: { ...page, crypto: { subtle, getRandomValues } } })
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'script_error', message: 'Error: no AES' })
  })
})
