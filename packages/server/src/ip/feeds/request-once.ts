import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { FetchFailed } from './fetch-failed.ts'
import { AddressRefused, guardedLookup, refusePrivateHost } from './guarded-lookup.ts'
import { readBody } from './read-body.ts'

/** How far a fetch may go. */
export interface RequestOptions {
  readonly userAgent: string
  /** As sent and as inflated. */
  readonly bytesMax: number
  /** Whether private and loopback addresses may be asked. */
  readonly privateAllowed: boolean
  readonly connectMs: number
  readonly totalMs: number
  /** Ends the fetch. */
  readonly signal: AbortSignal
}

/** An answer, read to its end. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Uint8Array
}

/** One GET, without following anything. Throws a `FetchFailed`. */
export async function requestOnce(
  url: string,
  headers: Readonly<Record<string, string>>,
  options: RequestOptions,
): Promise<Answer> {
  const deadline = AbortSignal.any([options.signal, AbortSignal.timeout(options.totalMs)])
  try {
    const target = new URL(url)
    if (!options.privateAllowed) refusePrivateHost(target)
    const incoming = await send(target, headers, options, deadline)
    const body = await readBody(incoming, options.bytesMax)
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body }
  } catch (error) {
    throw failureOf(error, deadline, options)
  }
}

function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { userAgent, privateAllowed, connectMs }: RequestOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      // A connection of its own: a pool would keep one open to each source for nothing.
      agent: false,
      signal,
      headers: { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'gzip', ...headers },
      ...(privateAllowed ? {} : { lookup: guardedLookup }),
    })
    const timer = setTimeout(() => {
      request.destroy(new FetchFailed('timed_out', `It did not accept a connection within ${seconds(connectMs)}.`))
    }, connectMs)
    request.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(timer))
    })
    request.once('close', () => clearTimeout(timer))
    // Stays attached: an error after the answer began reaches its reader too, and would end the process unheard.
    request.once('response', resolve).on('error', reject)
    request.end()
  })
}

/** What went wrong, without paths and queries, which may hold an operator's token. */
function failureOf(error: unknown, deadline: AbortSignal, { totalMs, signal }: RequestOptions): FetchFailed {
  if (error instanceof AddressRefused) return new FetchFailed('address_refused', error.message)
  if (signal.aborted) return new FetchFailed('connect_failed', 'The fetch was given up because the program ends.')
  if (deadline.aborted) return new FetchFailed('timed_out', `It was not finished within ${seconds(totalMs)}.`)
  if (error instanceof FetchFailed) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return new FetchFailed('connect_failed', `It could not be reached, or broke off (${code}).`)
}

const seconds = (ms: number): string => `${ms / 1000} s`
