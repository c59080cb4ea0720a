import type { Global } from './global.ts'

/** The part of a response that we read. */
export interface Reply {
  readonly ok: boolean
  readonly status: number
  text(): Promise<string>
}

/** A request that carries cookies and no header of its own. */
export interface Ask {
  readonly method: 'GET' | 'POST'
  readonly body?: Blob | Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal | null
  /** The request outlives the page. */
  readonly keepalive?: boolean
}

/** What XMLHttpRequest tells is no more than that. */
const FAILED = 'failed or aborted'

/** Asks by fetch, or by XMLHttpRequest where there is no fetch: jsdom, which we want to hear from, has only that. */
export async function ask(g: Global, url: string, what: Ask): Promise<Reply> {
  const { XMLHttpRequest } = g
  const { method, body, signal } = what
  if (g.fetch) return g.fetch(url, { ...what, credentials: 'include' })
  if (!XMLHttpRequest || signal?.aborted) throw new TypeError(FAILED)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.withCredentials = true
    request.addEventListener('loadend', () => {
      const { status, responseText } = request
      // None: it failed or was aborted.
      if (status) resolve({ status, ok: /^2/.test(`${status}`), text: async () => responseText })
      else reject(new TypeError(FAILED))
    })
    signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}
