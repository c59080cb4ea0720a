/** Bytes of the header of every message: type, length, magic cookie, transaction. */
export const STUN_HEADER_BYTES = 20

/** https://www.rfc-editor.org/rfc/rfc8489#section-5 */
export const STUN_MAGIC = 0x2112a442

/**
 * No longer datagram is looked at. A browser's signed Allocate has 140 to 190 bytes with our names in it (Chromium 156,
 * Firefox 153, November 2026); the rest is room for attributes that we do not know.
 */
export const STUN_BYTES_MAX = 576

/** Of the attributes that an Allocate is judged by, the types: RFC 8489, section 18.3, and RFC 8656, section 18. */
export const stunAttributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedTransport: 0x0019,
  messageIntegritySha256: 0x001c,
  xorMappedAddress: 0x0020,
  fingerprint: 0x8028,
} as const

/** One attribute, its value without padding. */
export interface StunAttribute {
  readonly type: number
  readonly value: Buffer
  /** Where its header begins in the datagram. */
  readonly at: number
}

/** A message as it lies in its datagram; the parts are views, not copies. */
export interface StunMessage {
  readonly datagram: Buffer
  /** Method and class. */
  readonly type: number
  /** 12 bytes. */
  readonly transaction: Buffer
  /** In their order. */
  readonly attributes: readonly StunAttribute[]
}

/** Takes a datagram apart as https://www.rfc-editor.org/rfc/rfc8489#section-5 has it; undefined for anything else. */
export function readStunMessage(datagram: Buffer): StunMessage | undefined {
  const { length } = datagram
  if (length < STUN_HEADER_BYTES || length > STUN_BYTES_MAX || length % 4 !== 0) return
  const type = datagram.readUInt16BE(0)
  if (type > 0x3fff || datagram.readUInt32BE(4) !== STUN_MAGIC) return
  if (datagram.readUInt16BE(2) !== length - STUN_HEADER_BYTES) return
  const attributes: StunAttribute[] = []
  for (let at = STUN_HEADER_BYTES; at < length; ) {
    const valueAt = at + 4
    const end = valueAt + datagram.readUInt16BE(at + 2)
    if (end > length) return
    attributes.push({ type: datagram.readUInt16BE(at), value: datagram.subarray(valueAt, end), at })
    at = padded(end)
  }
  return { datagram, type, transaction: datagram.subarray(8, STUN_HEADER_BYTES), attributes }
}

/** The first attribute of a type counts, as RFC 8489, section 14, says. */
export const stunAttribute = (attributes: readonly StunAttribute[], type: number): StunAttribute | undefined =>
  attributes.find((one) => one.type === type)

/** Puts a message together. `transaction` is the one of the request. */
export function writeStunMessage(
  type: number,
  transaction: Buffer,
  attributes: readonly (readonly [type: number, value: Buffer])[],
): Buffer {
  const bytes = attributes.reduce((sum, [, value]) => sum + 4 + padded(value.length), 0)
  // Zeroed, so padding tells nothing.
  const message = Buffer.alloc(STUN_HEADER_BYTES + bytes)
  message.writeUInt16BE(type, 0)
  message.writeUInt16BE(bytes, 2)
  message.writeUInt32BE(STUN_MAGIC, 4)
  transaction.copy(message, 8)
  let at = STUN_HEADER_BYTES
  for (const [attribute, value] of attributes) {
    message.writeUInt16BE(attribute, at)
    message.writeUInt16BE(value.length, at + 2)
    value.copy(message, at + 4)
    at = padded(at + 4 + value.length)
  }
  return message
}

const padded = (bytes: number): number => (bytes + 3) & ~3
