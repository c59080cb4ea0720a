import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { EpochMs } from '@tracio/contract'
import type { SecretRing } from './secret-ring.ts'
import { layOutSessionId, readSessionText, SESSION_CODE_BYTES, type SessionId } from './session-id.ts'

/** A primary payload must come within this time: agents read for seconds, and throttled tabs for minutes. */
export const PRIMARY_MAX_AGE_MS = 10 * 60_000

/** A late payload must come within this time: pages are left open over night, seldom longer. */
export const LATE_MAX_AGE_MS = 24 * 3_600_000

/** Length of an AES-256 key. */
const KEY_BYTES = 32

/** Length of the part from which a visitor cookie's token is made. */
const TOKEN_BYTES = 18

/** A session that proved to be ours, with all that is derived from it. Nothing of it is stored. */
export interface Session {
  readonly id: SessionId
  /** AES-256 key of the payload; the browser knows it. */
  readonly key: Buffer
  /**
   * Luck for the cookie that this session may mint. It comes from the session, so that a retry is answered with the
   * same cookie although only a hash of it is stored; the browser cannot derive it.
   */
  readonly tokenLuck: Buffer
}

/** What a browser gets to hear of its new session. */
export interface IssuedSession {
  readonly session: string
  /** base64url of 32 bytes. */
  readonly key: string
  readonly expiresAt: EpochMs
}

/** Issues sessions and recognises them again. Signed, not stored: any process that shares the secrets can do it. */
export interface Sessions {
  issue(keyNumber: number, origin: string, at: EpochMs): Promise<IssuedSession>
  /** Undefined: not ours, for another origin, or its secret is gone. */
  open(text: string, origin: string, at: EpochMs): Promise<Session | undefined>
}

/** Sessions over a ring of secrets. */
export function createSessions(ring: SecretRing): Sessions {
  return {
    async issue(keyNumber, origin, at) {
      const secret = await ring.newest(at)
      const bytes = layOutSessionId(at, randomBytes(10), secret.number, keyNumber)
      const { key, code } = derive(secret.key, bytes, origin)
      return {
        session: Buffer.concat([bytes, code]).toString('base64url'),
        key: key.toString('base64url'),
        expiresAt: (at + PRIMARY_MAX_AGE_MS) as EpochMs,
      }
    },
    async open(text, origin, at) {
      const read = readSessionText(text)
      if (!read) return
      const secret = await ring.numbered(read.id.secretNumber, at)
      if (!secret) return
      const { key, code, tokenLuck } = derive(secret.key, read.id.bytes, origin)
      return timingSafeEqual(code, read.code) ? { id: read.id, key, tokenLuck } : undefined
    },
  }
}

/** One HKDF (RFC 5869) yields all three parts; its `info` binds them to the origin. */
function derive(secret: Parameters<typeof hkdfSync>[1], id: Buffer, origin: string) {
  const out = Buffer.from(hkdfSync('sha256', secret, id, origin, KEY_BYTES + SESSION_CODE_BYTES + TOKEN_BYTES))
  return {
    key: out.subarray(0, KEY_BYTES),
    code: out.subarray(KEY_BYTES, KEY_BYTES + SESSION_CODE_BYTES),
    tokenLuck: out.subarray(KEY_BYTES + SESSION_CODE_BYTES),
  }
}
