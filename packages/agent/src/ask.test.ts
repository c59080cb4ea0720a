import { afterEach, describe, expect, it } from 'vitest'
import { type Answer, type LocalServer, localServer } from '../test/local-server.ts'
import { ask } from './ask.ts'
import type { Global, XhrLike } from './global.ts'

let server: LocalServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})
const serverThat = async (answer: Answer): Promise<string> => {
  server = await localServer(() => answer)
  return server.endpoint
}

/** Node has no XMLHttpRequest; this one does the same over fetch, so that what is asked is a real server. */
class NodeXhr implements XhrLike {
  status = 0
  responseText = ''
  withCredentials = false
  readonly #events = new EventTarget()
  readonly #abort = new AbortController()
  #what: [string, string] = ['', '']
  open(method: string, url: string): void {
    this.#what = [method, url]
  }
  addEventListener(type: string, listener: () => void): void {
    this.#events.addEventListener(type, listener)
  }
  abort(): void {
    this.#abort.abort()
  }
  send(body?: Blob | Uint8Array<ArrayBuffer>): void {
    void this.#exchange(body).then(() => this.#events.dispatchEvent(new Event('loadend')))
  }
  async #exchange(body?: Blob | Uint8Array<ArrayBuffer>): Promise<void> {
    const [method, url] = this.#what
    try {
      const response = await fetch(url, { method, signal: this.#abort.signal, ...(body ? { body } : {}) })
      this.responseText = await response.text()
      this.status = response.status
    } catch {
      // As when the way was bad.
      this.status = 0
    }
  }
}

describe.each<[string, Global]>([
  ['fetch', { fetch: globalThis.fetch }],
  ['XMLHttpRequest', { XMLHttpRequest: NodeXhr }],
])('by %s', (_name, g) => {
  it('brings a body there and an answer back', async () => {
    const body = new Blob([new Uint8Array([1, 2, 250])], { type: 'text/plain' })
    const reply = await ask(g, await serverThat({ json: { a: 1 } }), { method: 'POST', body })
    expect([reply.ok, reply.status, await reply.text()]).toEqual([true, 200, '{"a":1}'])
    expect(server?.received).toEqual([{ method: 'POST', url: '/', type: 'text/plain', body: Buffer.from([1, 2, 250]) }])
  })
  it('tells a refusal from a success', async () => {
    const reply = await ask(g, await serverThat({ status: 403, json: null }), { method: 'GET' })
    expect([reply.ok, reply.status]).toEqual([false, 403])
  })
  it('fails when the connection is cut', async () => {
    await expect(ask(g, await serverThat('cut'), { method: 'GET' })).rejects.toThrow(TypeError)
  })
  it('ends when nobody waits any more', async () => {
    const abort = new AbortController()
    const asked = ask(g, await serverThat({ json: null }), { method: 'GET', signal: abort.signal })
    abort.abort()
    await expect(asked).rejects.toThrow(/abort/)
  })
})

it('asks nothing when nobody waited to begin with', async () => {
  const url = await serverThat({ json: null })
  for (const g of [{ fetch: globalThis.fetch }, { XMLHttpRequest: NodeXhr }]) {
    await expect(ask(g, url, { method: 'GET', signal: AbortSignal.abort() })).rejects.toThrow(/abort/)
  }
  expect(server?.received).toEqual([])
})

it('sends cookies along', async () => {
  const requests: NodeXhr[] = []
  class Watched extends NodeXhr {
    constructor() {
      super()
      requests.push(this)
    }
  }
  await ask({ XMLHttpRequest: Watched }, await serverThat({ json: null }), { method: 'GET' })
  expect(requests.map(({ withCredentials }) => withCredentials)).toEqual([true])
})

it('fails where there is no way to ask', async () => {
  await expect(ask({}, 'http://127.0.0.1', { method: 'GET' })).rejects.toThrow(TypeError)
})
