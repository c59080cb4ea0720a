import { createDecipheriv, createSecretKey, hash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { decodeEnvelope, type EpochMs, type Payload, type Readings, sealings, TAG_BYTES } from '@tracio/contract'
import { ApiError } from './api-error.ts'
import { decodeBody } from './decode-body.ts'
import { globalPrivacyControl, refuseOptOut } from './global-privacy-control.ts'
import type { PublicKey } from './ports/directory.ts'
import type { StoredReadings } from './ports/ledger.ts'
import { LATE_MAX_AGE_MS, PRIMARY_MAX_AGE_MS, type Session, type Sessions } from './session/sessions.ts'

/** A payload out of its envelope: every signal is a value or a named gap. */
export interface Opened {
  readonly session: Session
  /** A primary payload older than it may be: stored, flagged, never trusted for identity. */
  readonly expired: boolean
  readonly sealed: boolean
  /** Global Privacy Control; see `globalPrivacyControl`. */
  readonly gpc: boolean | null
  readonly key: PublicKey
  readonly payload: Payload
  readonly readings: Readings
  readonly stored: StoredReadings
  readonly bodyHash: Buffer
}

/** What a browser posted, as far as opening needs it. */
export interface Posted {
  readonly body: Buffer
  /** Undefined: a backend hands on what a page collected, and the origin is the one that the session was issued to. */
  readonly origin: string | undefined
  readonly userAgent: string
  readonly headers: IncomingHttpHeaders
  readonly at: EpochMs
}

/** What opening needs of the server. */
export interface OpenDeps {
  readonly sessions: Sessions
  readonly keyNumbered: (number: number) => Promise<PublicKey | undefined>
}

/** Opens an envelope. Throws an `ApiError` for what does not open; one bad signal is only `invalid`. */
export async function open({ body, origin, userAgent, headers, at }: Posted, deps: OpenDeps): Promise<Opened> {
  const envelope = decodeEnvelope(body)
  if (!envelope) throw new ApiError('payload_malformed', 'The body is not an agent payload.')
  const session = await deps.sessions.open(envelope.session, origin, at)
  if (!session)
    throw new ApiError('session_unknown', 'The session was not issued here, not for this origin, or is too old.')
  const key = await deps.keyNumbered(session.id.keyNumber)
  if (!key) throw new ApiError('key_unknown', 'The public key is not valid any more.')
  const encoded = envelope.sealing === sealings.none ? envelope.bytes : unseal(envelope, session.key)
  const stored = { bytes: encoded, encoding: envelope.encoding }
  const { payload, readings } = decodeBody(stored, userAgent)
  const gpc = globalPrivacyControl(headers['sec-gpc'], payload.gpc)
  refuseOptOut(key, gpc)
  return {
    session,
    expired: isExpired(payload.phase, at - session.id.issuedAt),
    sealed: envelope.sealing !== sealings.none,
    gpc,
    key,
    payload,
    readings,
    stored,
    bodyHash: hash('sha256', body, 'buffer').subarray(0, 16),
  }
}

/**
 * A primary payload that comes too late still tells of a visit, so it is stored. A late one adds to a visit that was judged
 * long ago and could only change the record, so it is refused.
 */
function isExpired(phase: Payload['phase'], ageMs: number): boolean {
  if (phase === 'primary') return ageMs > PRIMARY_MAX_AGE_MS
  if (ageMs > LATE_MAX_AGE_MS)
    throw new ApiError('conflict', 'The late payload came more than 24 hours after its session.')
  return false
}

type Sealed = NonNullable<ReturnType<typeof decodeEnvelope>>

function unseal({ iv, head, bytes }: Sealed, key: Buffer): Uint8Array {
  // Of bytes Node finds out by an exception that they are no key object: 15 us a payload in place of 6 (November 2026).
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), iv ?? Buffer.alloc(0))
  decipher.setAAD(head)
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  const plain = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES))
  try {
    decipher.final()
  } catch {
    throw new ApiError(
      'payload_unreadable',
      'The payload does not open: it was changed, or sealed for another session.',
    )
  }
  return plain
}
