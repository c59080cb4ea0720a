import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../api-error.ts'
import { canonicalAddress } from '../canonical-address.ts'

/** Longer user agents are somebody's attempt at something; browsers' stay under 500 (November 2026). */
const USER_AGENT_LENGTH_MAX = 2048

/** Browsers keep no longer cookie: https://www.rfc-editor.org/rfc/rfc6265#section-6.1 */
const COOKIE_LENGTH_MAX = 4096

/** What a backend hands on for a visitor of its page. */
export interface HandedOn {
  /** The envelope. */
  readonly body: Buffer
  readonly ip: string
  /** Empty: the backend did not say. */
  readonly userAgent: string
  /** Value of the visitor cookie; undefined: the visitor brought none. */
  readonly cookie: string | undefined
}

type Posted = Pick<FastifyRequest, 'body' | 'headers'>

const isJson = ({ headers }: Posted): boolean => headers['content-type']?.startsWith('application/json') === true

/** Whether a backend speaks. Only in JSON: what pages send may carry a proxy's own Authorization header. */
export const isBackend = (request: Posted): boolean =>
  isJson(request) && request.headers.authorization?.startsWith('Bearer ') === true

/**
 * The envelope that a page sent: the body itself, or, in a JSON request, `{ "payload": base64 }`. Throws an `ApiError`
 * when a JSON request speaks for somebody else, which takes an API secret.
 */
export function envelopeOf(request: Posted): Buffer {
  if (!isJson(request)) return bodyOf(request)
  const json = jsonOf(request)
  if (['ip', 'userAgent', 'cookie'].some((name) => Reflect.has(json, name))) {
    throw new ApiError('secret_invalid', 'To hand on a visitor\u2019s ip, userAgent or cookie, send an API secret.')
  }
  return payloadOf(json)
}

/** What a backend posted: `{ payload, ip, userAgent?, cookie? }`. Throws an `ApiError` that names what is wrong. */
export function handedOn(request: Posted): HandedOn {
  const json = jsonOf(request)
  const ip: unknown = Reflect.get(json, 'ip')
  if (typeof ip !== 'string' || isIP(ip) === 0 || ip.includes('%')) {
    throw new ApiError('request_malformed', 'ip must be the visitor\u2019s IP address: without it, it would be yours.')
  }
  return {
    body: payloadOf(json),
    ip: canonicalAddress(ip) ?? ip,
    userAgent: textOf(json, 'userAgent', USER_AGENT_LENGTH_MAX) ?? '',
    cookie: textOf(json, 'cookie', COOKIE_LENGTH_MAX),
  }
}

function textOf(json: object, name: 'userAgent' | 'cookie', lengthMax: number): string | undefined {
  const value: unknown = Reflect.get(json, name) ?? undefined
  if (value === undefined || (typeof value === 'string' && value.length <= lengthMax)) return value
  throw new ApiError('request_malformed', `${name} must be a text of at most ${lengthMax} characters.`)
}

function payloadOf(json: object): Buffer {
  const payload: unknown = Reflect.get(json, 'payload')
  if (typeof payload === 'string') return Buffer.from(payload, 'base64url')
  throw new ApiError('payload_malformed', 'A JSON request must be { "payload": "<base64 of the envelope>" }.')
}

/** The object of a JSON request; an empty one for JSON that is no object, in which nothing will be found. */
function jsonOf(request: Posted): object {
  try {
    const json: unknown = JSON.parse(bodyOf(request).toString('utf8'))
    return typeof json === 'object' && json !== null ? json : {}
  } catch (error) {
    if (error instanceof SyntaxError) throw new ApiError('payload_malformed', 'The body is no JSON.')
    throw error
  }
}

function bodyOf({ body }: Posted): Buffer {
  if (Buffer.isBuffer(body)) return body
  throw new ApiError('payload_malformed', 'The request has no body.')
}
