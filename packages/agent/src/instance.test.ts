import { afterEach, describe, expect, it } from 'vitest'
import { type Answer, aSession, type LocalServer, localServer, type Received } from '../test/local-server.ts'
import type { TracioError } from './errors.ts'
import type { Global } from './global.ts'
import { createInstance, type TracioInstance } from './instance.ts'
import type { Settings } from './options.ts'
import type { TracioResult } from './result.ts'
import { ownWork } from './work.ts'

const { fetch, Blob, AbortController, setTimeout: later, clearTimeout: clear } = globalThis
const page: Global = {
  ...{ fetch, Blob, AbortController },
  document: {},
  atob: (text) => atob(text),
  btoa: (binary) => btoa(binary),
  setTimeout: (callback, ms) => later(callback, ms),
  clearTimeout: (timer) => clear(timer instanceof Object ? Number(timer) : undefined),
}

let server: LocalServer | undefined
let released: number
afterEach(async () => {
  await server?.close()
  server = undefined
})

const ids = { visitorId: 'aaaaBBBBcccc1234', requestId: '1790000000_abcdefghijkl' }
const good = ({ method }: Received): Answer => ({ json: method === 'GET' ? aSession : ids })

async function instanceOn(
  answer: (received: Received, count: number) => Answer | Promise<Answer>,
  { g = page, ...part }: { g?: Global } & Partial<Settings> = {},
): Promise<TracioInstance> {
  server = await localServer(answer)
  released = 0
  const defaults = {
    apiPath: '/api',
    timeoutMs: 5000,
    budgetMs: 300,
    lateAfterMs: 10_000,
    without: undefined,
    consent: true,
    labels: {},
  }
  const settings = { publicKey: 'pk', endpoint: server.endpoint, ...defaults, ...part }
  const log = (): undefined => undefined
  const work = ownWork({ ...settings, g, log, sources: { cores: () => ({ value: 8 }) }, watchers: {} })
  return createInstance({ g, settings, work, log, release: () => void released++ })
}
const requests = (method: string): number | undefined =>
  server?.received.filter((received) => received.method === method).length
const posts = (): number | undefined => requests('POST')
const pause = (ms: number): Promise<void> => new Promise((resolve) => later(resolve, ms))

/** A page whose network never answers. */
const stuck: Global = {
  ...page,
  fetch: (_url, init) => new Promise((_, no) => init.signal?.addEventListener('abort', () => no('over'))),
}

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
  it('for each set of options, however it is written', async () => {
    const tracio = await instanceOn(good)
    const tagged = { tag: 'login', fields: { plan: 'pro' } }
    await Promise.all([tracio.getResult({ extendedResult: true }), tracio.getResult(), tracio.getResult({})])
    expect(posts()).toBe(2)
    await Promise.all([tracio.getResult(tagged), tracio.getResult({ ...tagged, extendedResult: false, linkedId: '' })])
    expect(posts()).toBe(3)
  })
})

it('sends nothing before somebody asks', async () => {
  const { publicKey, destroyed } = await instanceOn(good)
  expect([publicKey, destroyed, server?.received]).toEqual(['pk', false, []])
})

it('collects anew with every call: a session is good for one payload', async () => {
  const tracio = await instanceOn(good)
  const payloads = await Promise.all([tracio.collect(), tracio.collect({ tag: 'login' })])
  for (const { payload } of payloads) expect(payload).toMatch(/^[\w-]+$/)
  expect([requests('GET'), posts()]).toEqual([2, 0])
})

describe('fails', () => {
  const refusal = { ok: false, error: { code: 'origin_not_allowed', message: 'Not from here.' } }

  it('for good when the settings are wrong', async () => {
    const tracio = await instanceOn(() => ({ status: 403, json: refusal }))
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'invalid_config', terminal: true })
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'invalid_config' })
    expect(server?.received).toHaveLength(1)
  })
  it('when the options of the call are wrong, without asking', async () => {
    const tracio = await instanceOn(good)
    await expect(tracio.getResult({ tag: 'x'.repeat(257) })).rejects.toMatchObject({ code: 'invalid_config' })
    await expect(tracio.collect({ linkedIdSig: 'ab' })).rejects.toMatchObject({ code: 'invalid_config' })
    expect(await new Promise((resolve) => tracio.onError(({ message }) => resolve(message)))).toContain(
      'linkedId is missing',
    )
    expect(server?.received).toEqual([])
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
  it('when the server cannot be reached', async () => {
    const tracio = await instanceOn(() => 'cut')
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'network', retryable: true })
  })
  it('when its time is up, and stops waiting for the network', async () => {
    const tracio = await instanceOn(good, { g: stuck, timeoutMs: 20 })
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'timeout' })
  })
  it('without a document, at once, also while it waits for consent', async () => {
    for (const consent of [true, false]) {
      const tracio = await instanceOn(good, { g: {}, consent })
      await expect(tracio.getResult()).rejects.toMatchObject({ code: 'non_browser', terminal: true })
      await expect(tracio.collect()).rejects.toMatchObject({ code: 'non_browser' })
      expect(server?.received).toEqual([])
      await server?.close()
    }
    server = undefined
  })
  it('with a name of its own when the agent is broken', async () => {
    const subtle = { importKey: () => Promise.reject(new Error('no AES')), encrypt: crypto.subtle.encrypt }
    const getRandomValues = (into: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => into
    const tracio = await instanceOn(good, { g: { ...page, crypto: { subtle, getRandomValues } } })
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'script_error', message: 'Error: no AES' })
  })
})

describe('without consent', () => {
  it('reads and sends nothing, and goes on when it is given', async () => {
    const tracio = await instanceOn(good, { consent: false })
    const waiting = Promise.all([tracio.getResult(), tracio.getVisitorId(), tracio.collect()])
    await pause(30)
    expect(server?.received).toEqual([])
    tracio.consent(true)
    expect(await waiting).toEqual([ids, ids.visitorId, { payload: expect.any(String) }])
  })
  it('lets no time run out', async () => {
    const tracio = await instanceOn(good, { consent: false, timeoutMs: 300 })
    const waiting = tracio.getResult()
    await pause(400)
    tracio.consent(true)
    expect(await waiting).toEqual(ids)
  })
  it('ends what is under way, and starts it again with the next consent', async () => {
    const tracio = await instanceOn(async (received, count) => {
      if (count === 1) await pause(200)
      return good(received)
    })
    const waiting = tracio.getResult()
    while (server?.received.length === 0) await pause(5)
    tracio.consent(false)
    await pause(300)
    expect([requests('GET'), posts()]).toEqual([1, 0])
    tracio.consent(true)
    expect(await waiting).toEqual(ids)
    expect([requests('GET'), posts()]).toEqual([2, 1])
  })
  it('answers what it knows already, and asks nothing new', async () => {
    const tracio = await instanceOn(good)
    await tracio.getResult()
    tracio.consent(false)
    expect(await tracio.getResult()).toEqual(ids)
    const fresh = tracio.getResult({ tag: 'login' })
    expect(await Promise.race([fresh, pause(30)])).toBeUndefined()
    expect(posts()).toBe(1)
    tracio.destroy()
    await expect(fresh).rejects.toMatchObject({ code: 'destroyed' })
  })
})

describe('destroyed', () => {
  it.each([
    ['while the network is silent', { g: stuck }],
    ['while it waits for consent', { consent: false }],
  ])('rejects pending calls: %s', async (_name, part) => {
    const tracio = await instanceOn(good, part)
    const pending = [tracio.getResult(), tracio.getVisitorId(), tracio.collect()]
    tracio.destroy()
    const destroyed = { status: 'rejected', reason: { code: 'destroyed', terminal: true } }
    expect(await Promise.allSettled(pending)).toMatchObject([destroyed, destroyed, destroyed])
  })
  it('rejects later calls, known answers included, and says so', async () => {
    const tracio = await instanceOn(good)
    await tracio.getResult()
    tracio.destroy()
    tracio.consent(true)
    expect(tracio.destroyed).toBe(true)
    await expect(tracio.getResult()).rejects.toMatchObject({ code: 'destroyed' })
    expect(posts()).toBe(1)
  })
  it('lets go of the network', async () => {
    const aborted: boolean[] = []
    const fetch: Global['fetch'] = (_url, { signal }) =>
      new Promise((_, no) => {
        signal?.addEventListener('abort', () => no(aborted.push(true)))
      })
    const tracio = await instanceOn(good, { g: { ...page, fetch } })
    const pending = tracio.getResult()
    tracio.destroy()
    await expect(pending).rejects.toMatchObject({ code: 'destroyed' })
    expect(aborted).toEqual([true])
  })
  it('makes room once, however often it is asked to', async () => {
    const tracio = await instanceOn(good)
    tracio.destroy()
    tracio.destroy()
    expect(released).toBe(1)
  })
})

describe('tells subscribers', () => {
  it('of the first result, once, also those who come late, and asks for it when nobody has', async () => {
    const tracio = await instanceOn(good)
    const heard: [string, TracioResult][] = []
    await new Promise<void>((resolve) => {
      tracio.onReady((result) => {
        heard.push(['early', result])
        resolve()
      })
    })
    await tracio.getResult({ tag: 'another' })
    tracio.onReady((result) => heard.push(['late', result]))
    const leave = tracio.onReady((result) => heard.push(['gone', result]))
    leave()
    expect(heard).toHaveLength(1)
    await pause(0)
    expect(heard).toEqual([
      ['early', ids],
      ['late', ids],
    ])
    expect(posts()).toBe(2)
  })
  it('of every failure, and those who come late of the latest, until a call succeeds', async () => {
    const tracio = await instanceOn((received, count) => (count <= 2 ? { status: 500, json: null } : good(received)))
    const heard: [string, TracioError['code']][] = []
    tracio.onError(({ code }) => heard.push(['early', code]))
    for (const _time of [1, 2]) await expect(tracio.getResult()).rejects.toMatchObject({ code: 'server' })
    tracio.onError(({ code }) => heard.push(['late', code]))
    await pause(0)
    expect(heard).toEqual([
      ['early', 'server'],
      ['early', 'server'],
      ['late', 'server'],
    ])
    await tracio.getResult()
    tracio.onError(({ code }) => heard.push(['too late', code]))
    await pause(0)
    expect(heard).toHaveLength(3)
  })
  it('of a failure through `onError` alone when only `onReady` asked', async () => {
    const tracio = await instanceOn(() => ({ status: 500, json: null }))
    const heard: string[] = []
    await new Promise<void>((resolve) => {
      tracio.onError(({ code }) => resolve(void heard.push(code)))
      tracio.onReady(() => heard.push('ready'))
    })
    expect(heard).toEqual(['server'])
  })
  it('although another one throws, and lets the page report that', async () => {
    const thrown: unknown[] = []
    const g: Global = {
      ...page,
      setTimeout: (callback, ms) =>
        later(() => {
          try {
            callback()
          } catch (error) {
            thrown.push(error)
          }
        }, ms),
    }
    const tracio = await instanceOn(good, { g })
    const broken = new Error('broken')
    const heard: TracioResult[] = []
    tracio.onReady(() => {
      throw broken
    })
    tracio.onReady((result) => heard.push(result))
    await tracio.getResult()
    await pause(10)
    expect([heard, thrown]).toEqual([[ids], [broken]])
  })
})
