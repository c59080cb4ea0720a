import type { EpochMs } from '@tracio/contract'

/**
 * A session id, 20 bytes, the mark of its origin, 8 bytes, and the code that proves both ours, 16 bytes:
 *
 * | offset | length | what |
 * | --- | --- | --- |
 * | 0 | 4 | Unix seconds of issue; first, so that ids of one time lie together in the store's index |
 * | 4 | 10 | luck |
 * | 14 | 2 | number of the secret that signed it |
 * | 16 | 4 | number of the public key it was issued to |
 * | 20 | 8 | mark of the origin that it was issued to |
 * | 28 | 16 | code over the id and the mark |
 */
export interface SessionId {
  /** The 20 bytes. */
  readonly bytes: Buffer
  readonly issuedAt: EpochMs
  readonly secretNumber: number
  readonly keyNumber: number
}

/** Bytes of the id alone. */
export const SESSION_ID_BYTES = 20

/** Bytes of the mark: an origin that has the same mark as a given one is not to be found (2^64 tries). */
export const ORIGIN_MARK_BYTES = 8

/** Bytes of the proving code. */
export const SESSION_CODE_BYTES = 16

const LUCK_BYTES = 10

/** Lays a new id out. `luck` must be 10 random bytes. */
export function layOutSessionId(at: EpochMs, luck: Buffer, secretNumber: number, keyNumber: number): Buffer {
  const bytes = Buffer.alloc(SESSION_ID_BYTES)
  bytes.writeUInt32BE(Math.floor(at / 1000), 0)
  luck.copy(bytes, 4, 0, LUCK_BYTES)
  bytes.writeUInt16BE(secretNumber, 14)
  bytes.writeUInt32BE(keyNumber, 16)
  return bytes
}

/** A session's text, taken apart. */
export interface SessionText {
  readonly id: SessionId
  readonly originMark: Buffer
  readonly code: Buffer
}

const TEXT_BYTES = SESSION_ID_BYTES + ORIGIN_MARK_BYTES + SESSION_CODE_BYTES

/** Takes a session's text apart; undefined when it is not of this form. Proves nothing yet. */
export function readSessionText(text: string): SessionText | undefined {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== TEXT_BYTES || bytes.toString('base64url') !== text) return
  const id = bytes.subarray(0, SESSION_ID_BYTES)
  return {
    id: {
      bytes: id,
      // The id stores whole seconds, so this is the issue time rounded down.
      issuedAt: (id.readUInt32BE(0) * 1000) as EpochMs,
      secretNumber: id.readUInt16BE(14),
      keyNumber: id.readUInt32BE(16),
    },
    originMark: bytes.subarray(SESSION_ID_BYTES, SESSION_ID_BYTES + ORIGIN_MARK_BYTES),
    code: bytes.subarray(SESSION_ID_BYTES + ORIGIN_MARK_BYTES),
  }
}
