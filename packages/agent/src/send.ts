import type { TurnOffer } from '@tracio/contract'
import { answerOf, fieldOf } from './answer.ts'
import { type Ask, ask, type Reply } from './ask.ts'
import { nowMs, pause } from './clock.ts'
import { TracioError } from './errors.ts'
import type { Global } from './global.ts'
import type { SealingSession } from './seal.ts'

/** Where to send, and what can stop it. */
export interface Line {
  readonly g: Global
  /** Absolute, without trailing slash. */
  readonly endpoint: string
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
const PASSING = [502, 503, 504]

/** AES-256. */
const KEY_BYTES = 32

/** A restart takes seconds and a lost connection none; longer is left to the caller. Chosen by hand, November 2026. */
const RETRY_MS = 250

/** Opens a session. */
export async function openSession(line: Line): Promise<Session> {
  const askedMs = nowMs(line.g)
  // The server obeys the header too, but only pages of a secure context have it from every browser that has the wish.
  const gpc = line.g.navigator?.globalPrivacyControl === true ? '&gpc=1' : ''
  const response = await request(line, `/api/session?k=${encodeURIComponent(line.publicKey)}${gpc}`, { method: 'GET' })
  const answer = await answerOf(response)
  const session = fieldOf(answer, 'session')
  const key = keyBytes(fieldOf(answer, 'key'), line.g)
  if (typeof session !== 'string' || !/^[!-~]{1,255}$/.test(session) || key?.length !== KEY_BYTES) {
    throw new TracioError('server', 'The server opened no session.')
  }
  // The server's word for it; `RTCPeerConnection` throws at any other shape, which is the failure of that one source.
  return { session, key, askedMs, turn: fieldOf(answer, 'turn') as TurnOffer | undefined }
}

/** Whether a session may be too old by the time a payload arrives. */
export const isStale = ({ askedMs }: Session, g: Global): boolean => nowMs(g) - askedMs > SESSION_AGE_MS_MAX

/** Sends an envelope; once more, the same bytes, when the way was bad. The server answers repeated bytes alike. */
export async function sendEnvelope(line: Line, envelope: Uint8Array<ArrayBuffer>): Promise<unknown> {
  // text/plain, because a cross-origin request with it needs no preflight.
  const body = line.g.Blob ? new line.g.Blob([envelope], { type: 'text/plain' }) : envelope
  const post = (): Promise<Reply> => request(line, '/api/identify', { method: 'POST', body })
  const first = await post().catch((error: unknown) => {
    if (line.signal?.aborted) throw error
  })
  if (first && !PASSING.includes(first.status)) return answerOf(first)
  await pause(line.g, RETRY_MS)
  return answerOf(await post())
}

async function request({ g, endpoint, signal }: Line, path: string, what: Ask): Promise<Reply> {
  try {
    return await ask(g, endpoint + path, { ...what, signal })
  } catch (error) {
    throw new TracioError('network', `${endpoint} was not reached: ${String(error)}`)
  }
}

function keyBytes(text: unknown, { atob }: Global): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== 'string' || !/^[\w-]{43}$/.test(text) || !atob) return
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (unit) => unit.charCodeAt(0))
}
