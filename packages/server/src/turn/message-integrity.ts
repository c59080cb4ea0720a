import { createHmac, timingSafeEqual } from 'node:crypto'
import { STUN_HEADER_BYTES, type StunMessage, stunAttribute, stunAttributes } from './stun-message.ts'

/** How a message is signed: RFC 8489, sections 14.5 and 14.6. */
export type IntegrityKind = 'sha1' | 'sha256'

const kinds = {
  sha1: { type: stunAttributes.messageIntegrity, bytesMin: 20, bytes: 20 },
  // Senders may cut the longer one to no less than half.
  sha256: { type: stunAttributes.messageIntegritySha256, bytesMin: 16, bytes: 32 },
} as const satisfies Readonly<Record<IntegrityKind, object>>

/** A signature, and where it begins: nothing behind it is signed. */
export interface Integrity {
  readonly kind: IntegrityKind
  readonly code: Buffer
  readonly at: number
}

/** The signature that a message has to be judged by: the stronger one where there are two. Undefined: it has none. */
export function integrityOf({ attributes }: StunMessage): Integrity | undefined {
  for (const kind of ['sha256', 'sha1'] as const) {
    const found = stunAttribute(attributes, kinds[kind].type)
    if (found) return { kind, code: found.value, at: found.at }
  }
  return
}

/** Whether the key's owner signed the message. Takes as long whichever byte differs. */
export function isIntact({ datagram }: StunMessage, { kind, code, at }: Integrity, key: Buffer): boolean {
  const { bytesMin, bytes } = kinds[kind]
  if (code.length < bytesMin || code.length > bytes || code.length % 4 !== 0) return false
  const expected = codeOver(datagram.subarray(0, at), kind, key, code.length)
  return timingSafeEqual(expected.subarray(0, code.length), code)
}

/** The message with a signature behind it. */
export function signed(message: Buffer, kind: IntegrityKind, key: Buffer): Buffer {
  const { type, bytes } = kinds[kind]
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(bytes, 2)
  const whole = Buffer.concat([message, head, codeOver(message, kind, key, bytes)])
  whole.writeUInt16BE(whole.length - STUN_HEADER_BYTES, 2)
  return whole
}

/** The length that is signed counts the signature, and nothing behind it. */
function codeOver(part: Buffer, kind: IntegrityKind, key: Buffer, codeBytes: number): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(part.length + 4 + codeBytes - STUN_HEADER_BYTES)
  return createHmac(kind, key).update(part.subarray(0, 2)).update(length).update(part.subarray(4)).digest()
}
