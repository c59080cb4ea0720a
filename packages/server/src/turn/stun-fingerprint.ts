import { crc32 } from 'node:zlib'
import { STUN_HEADER_BYTES, type StunMessage, stunAttributes } from './stun-message.ts'

/** https://www.rfc-editor.org/rfc/rfc8489#section-14.7 */
const FINGERPRINT_XOR = 0x5354554e

const FINGERPRINT_BYTES = 8

/** Whether a message has a fingerprint: `right`, `wrong`, or `none` at all. Only the last attribute can be one. */
export function fingerprintOf({ datagram, attributes }: StunMessage): 'right' | 'wrong' | 'none' {
  const first = attributes.findIndex(({ type }) => type === stunAttributes.fingerprint)
  if (first < 0) return 'none'
  const { value, at } = attributes[first] ?? { value: Buffer.alloc(0), at: 0 }
  const isLast = first === attributes.length - 1
  return isLast && value.length === 4 && value.readUInt32BE(0) === crcOf(datagram.subarray(0, at)) ? 'right' : 'wrong'
}

/** The message with a fingerprint behind it. */
export function withFingerprint(message: Buffer): Buffer {
  const whole = Buffer.alloc(message.length + FINGERPRINT_BYTES)
  message.copy(whole)
  // The length that is covered counts the fingerprint.
  whole.writeUInt16BE(whole.length - STUN_HEADER_BYTES, 2)
  whole.writeUInt16BE(stunAttributes.fingerprint, message.length)
  whole.writeUInt16BE(4, message.length + 2)
  whole.writeUInt32BE(crcOf(whole.subarray(0, message.length)), message.length + 4)
  return whole
}

const crcOf = (part: Buffer): number => (crc32(part) ^ FINGERPRINT_XOR) >>> 0
