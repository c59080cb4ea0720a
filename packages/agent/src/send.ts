import type { TurnOffer } from '@tracio/contract'
import { answerOf, fieldsOf } from './answer.ts'
import { type Ask, ask, type Reply } from './ask.ts'
import { bytesOf } from './bytes-of.ts'
import { nowMs, pause } from './clock.ts'
import { TracioError } from './errors.ts'
import type { Global } from './global.ts'
import { has } from './has.ts'
import type { SealingSession } from './seal.ts'

/** Where to send, and what can stop it. */
export interface Line {
  readonly g: Global
  /** Absolute, without trailing slash. */
  readonly endpoint: string
  /** What comes before `/session` and `/identify`; `/api` unless the operator chose another. */
  readonly apiPath?: string
  readonly publicKey: string
  readonly signal?: AbortSignal | undefined
}

/** A session with the server, good for one payload. */
export interface Session extends SealingSession {
  /** By `nowMs`, when it was asked for. */
  readonly askedMs: number
  /** A server for the probe, if there is one. */
  readonly turn?: TurnOffer | undefined
}

/** The server accepts a payload for 10 minutes; the last one is left for the way. */
const SESSION_AGE_MS_MAX = 9 * 60_000

/** Statuses with which a proxy or a server that is being restarted answers. */
const PASSING = /50[234]/

/** AES-256. */
const KEY_BYTES = 32

/** A restart takes seconds and a lost connection none; longer is left to the caller. Chosen by hand, November 2026. */
const RETRY_MS = 250

const IDENTIFY = '/identify'

/**
 * What may be under way after its page, 64 KiB altogether (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch), less
 * something for what the page itself sends then. A late envelope has two or three (November 2026).
 */
const KEEPALIVE_BYTES_MAX = 48 * 1024

/** Opens a session. */
export async function openSession(line: Line): Promise<Session> {
  const askedMs = nowMs(line.g)
  // The server obeys the header too, but only pages of a secure context have it from every browser that has the wish.
  const gpc = line.g.navigator?.globalPrivacyControl === true ? '&gpc=1' : ''
  const response = await request(line, `/session?k=${encodeURIComponent(line.publicKey)}${gpc}`, { method: 'GET' })
  const { session, key: text, turn } = fieldsOf(await answerOf(response))
  const key = keyBytes(text, line.g)
  if (typeof session !== 'string' || !/^[!-~]{1,255}$/.test(session) || key?.length !== KEY_BYTES) {
    throw new TracioError('server', 'The answer has no session.')
  }
  // The server's word for it; `RTCPeerConnection` throws at any other shape, which is the failure of that one source.
  return { session, key, askedMs, turn: turn as TurnOffer | undefined }
}

/** Whether a session may be too old by the time a payload arrives. */
export const isStale = ({ askedMs }: Session, g: Global): boolean => nowMs(g) - askedMs > SESSION_AGE_MS_MAX

/** Sends an envelope; once more, the same bytes, when the way was bad. The server answers repeated bytes alike. */
export async function sendEnvelope(line: Line, envelope: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const body = bodyOf(envelope, line.g)
  const post = (): Promise<Reply> => request(line, IDENTIFY, { method: 'POST', body })
  const first = await post().catch((error: unknown) => {
    if (line.signal?.aborted) throw error
  })
  if (first && !PASSING.test(`${first.status}`)) return answerOf(first)
  await pause(line.g, RETRY_MS)
  return answerOf(await post())
}

/**
 * Sends a late envelope in such a way that it outlives its page, once. Rather by fetch than as a beacon, because content
 * blockers have rules against beacons as such; where fetch cannot do it, a beacon is better than nothing.
 */
export async function sendLate(line: Line, envelope: Uint8Array<ArrayBuffer>): Promise<void> {
  const { g } = line
  const body = bodyOf(envelope, g)
  const keepalive = envelope.length <= KEEPALIVE_BYTES_MAX && has(g, 'Request.prototype.keepalive')
  if (!keepalive && g.navigator?.sendBeacon?.(addressOf(line, IDENTIFY), body)) return
  await request(line, IDENTIFY, { method: 'POST', body, keepalive })
}

/** text/plain, because a cross-origin request with it needs no preflight. */
const bodyOf = (envelope: Uint8Array<ArrayBuffer>, { Blob }: Global): Blob | Uint8Array<ArrayBuffer> =>
  Blob ? new Blob([envelope], { type: 'text/plain' }) : envelope

const addressOf = ({ endpoint, apiPath = '/api' }: Line, path: string): string => endpoint + apiPath + path

async function request(line: Line, path: string, what: Ask): Promise<Reply> {
  const { g, endpoint, signal } = line
  try {
    return await ask(g, addressOf(line, path), { ...what, signal: signal ?? null })
  } catch (error) {
    throw new TracioError('network', `${endpoint} was not reached: ${String(error)}`)
  }
}

function keyBytes(text: unknown, { atob }: Global): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== 'string' || !/^[\w-]{43}$/.test(text) || !atob) return
  return bytesOf(atob(text.replace(/-/g, '+').replace(/_/g, '/')))
}
