import { createHash, createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { rfc5769, rfc5769LongTerm } from '../../test/rfc5769.ts'
import { integrityOf, isIntact, signed } from './message-integrity.ts'
import { readStunMessage, stunAttributes, writeStunMessage } from './stun-message.ts'

function judge(bytes: Buffer, key: Buffer): boolean | undefined {
  const message = readStunMessage(bytes)
  const integrity = message && integrityOf(message)
  return message && integrity && isIntact(message, integrity, key)
}

it.each(Object.entries(rfc5769))('knows that the %s of RFC 5769 is intact', (_name, { bytes, key }) => {
  expect(judge(bytes, key)).toBe(true)
  expect(judge(bytes, Buffer.from('another key'))).toBe(false)
})

it('knows the long-term credential of RFC 5769', () => {
  const { bytes, username, realm, password } = rfc5769LongTerm
  expect(judge(bytes, createHash('md5').update(`${username}:${realm}:${password}`).digest())).toBe(true)
  expect(judge(bytes, createHash('md5').update(`${username}:${realm}:TheMatrix`).digest())).toBe(false)
})

const key = Buffer.from('key')
const plain = writeStunMessage(3, Buffer.alloc(12, 1), [[stunAttributes.realm, Buffer.from('tracio')]])

it.each(['sha1', 'sha256'] as const)('signs with %s what it then knows, and no other bit', (kind) => {
  const bytes = signed(plain, kind, key)
  expect(judge(bytes, key)).toBe(true)
  // The header's length and the attribute's own header say where the signature is; the rest is covered by it.
  for (const at of [0, 8, 19, 24, 29, bytes.length - 1]) {
    const other = Buffer.from(bytes)
    other[at] = (other[at] ?? 0) ^ 1
    expect(judge(other, key)).not.toBe(true)
  }
})

it('computes the longer signature over what the standard says: all before it, with a length that counts it', () => {
  const covered = Buffer.from(plain)
  covered.writeUInt16BE(covered.length - 20 + 36, 2)
  const expected = createHmac('sha256', key).update(covered).digest()
  expect(signed(plain, 'sha256', key).subarray(-32)).toEqual(expected)
})

it('takes a longer signature that was cut to half, and none that is shorter', () => {
  const cutTo = (bytes: number): Buffer => {
    const covered = Buffer.from(plain)
    covered.writeUInt16BE(covered.length - 20 + 4 + bytes, 2)
    const code = createHmac('sha256', key).update(covered).digest().subarray(0, bytes)
    const attributes = [
      [stunAttributes.realm, Buffer.from('tracio')],
      [stunAttributes.messageIntegritySha256, code],
    ] as const
    return writeStunMessage(3, Buffer.alloc(12, 1), attributes)
  }
  expect([32, 28, 16, 12, 4, 0].map((bytes) => judge(cutTo(bytes), key))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

it('goes by the stronger of two signatures', () => {
  const both = signed(signed(plain, 'sha1', key), 'sha256', Buffer.from('other'))
  expect(judge(both, key)).toBe(false)
  expect(judge(both, Buffer.from('other'))).toBe(true)
})

it('has nothing to judge where nothing is signed', () => {
  expect(judge(plain, key)).toBeUndefined()
})
