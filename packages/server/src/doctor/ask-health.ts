import { PROBE_COOKIE } from '../visitor-cookie.ts'

/** What a server says of itself and of its cookie, or why nothing was heard. */
export type Health = { readonly cookie: HealthCookie } | { readonly silent: string }

/** The probe cookie, as the server that set it sees it. */
export interface HealthCookie {
  /** `.shop.example`; null: that host alone. */
  readonly domain: string | null
  /** The cookie that was sent along has reached the server. */
  readonly returned: boolean
  /** The browser would keep it: it came as a Set-Cookie header. */
  readonly set: boolean
}

/** Long enough for a slow line, short enough to wait for. */
const WAIT_MAX_MS = 3000

/** The answer has some 200 bytes; what is longer is not ours. */
const ANSWER_BYTES_MAX = 16 * 1024

/** Asks one address for its health. Follows no redirect, reads no endless answer, and waits three seconds at most. */
export async function askHealth(url: string): Promise<Health> {
  try {
    const response = await fetch(`${url}/health`, {
      headers: { cookie: `${PROBE_COOKIE}=1`, accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(WAIT_MAX_MS),
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      return { silent: `it answers with status ${response.status}` }
    }
    const cookie = readCookie(await firstBytes(response), response.headers.getSetCookie())
    return cookie ? { cookie } : { silent: 'something else than TRACIO answers' }
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { silent: 'it does not answer within 3 s' }
    // What fetch throws for a broken or refused connection.
    if (error instanceof TypeError) return { silent: `it cannot be reached (${causeOf(error)})` }
    throw error
  }
}

async function firstBytes(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    bytes += part.length
    if (bytes > ANSWER_BYTES_MAX) break
  }
  return Buffer.concat(parts).toString('utf8')
}

function readCookie(text: string, setCookies: readonly string[]): HealthCookie | undefined {
  const cookie = Object(Object(Object(parse(text)).data).cookie)
  if (cookie.name !== PROBE_COOKIE) return
  return {
    domain: typeof cookie.domain === 'string' ? cookie.domain : null,
    returned: cookie.returned === true,
    set: setCookies.some((one) => one.startsWith(`${PROBE_COOKIE}=`)),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return
    throw error
  }
}

function causeOf({ cause, message }: Error): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : message
}
