import { createHmac, timingSafeEqual } from 'node:crypto'
import { randomText } from '../ids.ts'

/**
 * A workspace's secret for signing linked ids: `tracio_lid_` and 48 base36 characters, 248 bits of luck. The key of the
 * HMAC is this text as it stands, because that is what a customer's program reads from its environment.
 */
export const newLinkedIdSecret = (): Buffer =>
  Buffer.from(`tracio_lid_${randomText('0123456789abcdefghijklmnopqrstuvwxyz', 48)}`)

/** What signs a linked id: HMAC-SHA256 in lower-case hexadecimal digits. */
export const signLinkedId = (secret: Uint8Array, linkedId: string): string =>
  createHmac('sha256', secret).update(linkedId).digest('hex')

/** Whether a signature is the one of this linked id. Takes as long for a near miss as for a wild one. */
export function isLinkedIdSignature(signature: string, secret: Uint8Array, linkedId: string): boolean {
  const expected = Buffer.from(signLinkedId(secret, linkedId))
  const sent = Buffer.from(signature)
  return sent.length === expected.length && timingSafeEqual(sent, expected)
}
