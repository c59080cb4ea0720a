import { hash } from 'node:crypto'
import type { EpochMs } from '@tracio/contract'

/** Length of a stored token hash in bytes. */
export const TOKEN_HASH_BYTES = 20

const TIME_BYTES = 4
const TOKEN_BYTES = 22

/**
 * A token for the visitor cookie: base64url of 4 bytes of time and 18 bytes of luck. The time comes first, so that
 * the hashes of one time lie together in the store's index; 144 bits cannot be guessed.
 */
export function layOutToken(at: EpochMs, luck: Uint8Array): string {
  const bytes = Buffer.alloc(TOKEN_BYTES)
  bytes.writeUInt32BE(Math.floor(at / 1000), 0)
  bytes.set(luck.subarray(0, TOKEN_BYTES - TIME_BYTES), TIME_BYTES)
  return bytes.toString('base64url')
}

/** The hash under which a token is stored: its time, then 16 bytes of SHA-256. Undefined: not of our form. */
export function tokenHash(token: string): Buffer | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return
  const digest = hash('sha256', bytes, 'buffer')
  return Buffer.concat([bytes.subarray(0, TIME_BYTES), digest.subarray(0, TOKEN_HASH_BYTES - TIME_BYTES)])
}
