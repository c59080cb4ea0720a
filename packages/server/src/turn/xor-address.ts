import { STUN_MAGIC } from './stun-message.ts'

/** An IPv4 address, masked by the magic cookie as https://www.rfc-editor.org/rfc/rfc8489#section-14.2 has it. */
export function xorAddress(address: readonly [number, number, number, number], port: number): Buffer {
  const value = Buffer.alloc(8)
  // The family, 1, is the second byte.
  value.writeUInt16BE(1, 0)
  value.writeUInt16BE(port ^ (STUN_MAGIC >>> 16), 2)
  value.writeUInt32BE((Buffer.from(address).readUInt32BE(0) ^ STUN_MAGIC) >>> 0, 4)
  return value
}
