import { createDecipheriv, hash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import {
  decodeEnvelope,
  decodePayload,
  decodeReadings,
  type EpochMs,
  encodings,
  type Payload,
  type Readings,
  sealings,
  TAG_BYTES,
} from '@tracio/contract'
import { familyOf } from '@tracio/engine'
import { ApiError } from './api-error.ts'
import type { PublicKey } from './ports/directory.ts'
import type { StoredReadings } from './ports/ledger.ts'
import { PRIMARY_MAX_AGE_MS, type Session, type Sessions } from './session/sessions.ts'

/** What an inflated payload may measure at most. Inflating stops there, however much would follow. */
const INFLATED_BYTES_MAX = 1024 * 1024

/** A payload out of its envelope: every signal is a value or a named gap. */
export interface Opened {
  readonly session: Session
  /** Older than a primary payload may be: stored, flagged, never trusted for identity. */
  readonly expired: boolean
  readonly sealed: boolean
  readonly key: PublicKey
  readonly payload: Payload
  readonly readings: Readings
  readonly stored: StoredReadings
  readonly bodyHash: Buffer
}

/** What a browser posted, as far as opening needs it. */
export interface Posted {
  readonly body: Buffer
  readonly origin: string
  readonly userAgent: string
  readonly at: EpochMs
}

/** What opening needs of the server. */
export interface OpenDeps {
  readonly sessions: Sessions
  readonly keyNumbered: (number: number) => Promise<PublicKey | undefined>
}

/** Opens an envelope. Throws an `ApiError` for what does not open; one bad signal is only `invalid`. */
export async function open({ body, origin, userAgent, at }: Posted, deps: OpenDeps): Promise<Opened> {
  const envelope = decodeEnvelope(body)
  if (!envelope) throw new ApiError('payload_malformed', 'The body is not an agent payload.')
  const session = await deps.sessions.open(envelope.session, origin, at)
  if (!session)
    throw new ApiError('session_unknown', 'The session was not issued here, not for this origin, or is too old.')
  const key = await deps.keyNumbered(session.id.keyNumber)
  if (!key) throw new ApiError('key_unknown', 'The public key is not valid any more.')
  const encoded = envelope.sealing === sealings.none ? envelope.bytes : unseal(envelope, session.key)
  const payload = decodePayload(parse(encoded, envelope.encoding))
  if (!payload) throw new ApiError('payload_malformed', 'The payload has the wrong shape.')
  if (payload.phase !== 'primary') throw new ApiError('payload_malformed', 'This server takes primary payloads only.')
  const readings = decodeReadings(payload.readings, familyOf(userAgent))
  return {
    session,
    expired: at - session.id.issuedAt > PRIMARY_MAX_AGE_MS,
    sealed: envelope.sealing !== sealings.none,
    key,
    payload,
    readings,
    stored: { bytes: encoded, encoding: envelope.encoding },
    bodyHash: hash('sha256', body, 'buffer').subarray(0, 16),
  }
}

type Sealed = NonNullable<ReturnType<typeof decodeEnvelope>>

function unseal({ iv, head, bytes }: Sealed, key: Buffer): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, iv ?? Buffer.alloc(0))
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

/** Inflates what stood inside an envelope and reads its JSON. Throws an `ApiError` for what is none, or too large. */
export function parse(bytes: Uint8Array, encoding: number): unknown {
  try {
    const text = encoding === encodings.deflate ? inflateRawSync(bytes, { maxOutputLength: INFLATED_BYTES_MAX }) : bytes
    return JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString('utf8'))
  } catch (error) {
    if (error instanceof RangeError) throw new ApiError('payload_too_large', 'The payload inflates beyond 1 MiB.')
    throw new ApiError('payload_malformed', 'The payload does not inflate to JSON.')
  }
}
