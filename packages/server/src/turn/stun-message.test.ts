import { expect, it } from 'vitest'
import { rfc5769, rfc5769LongTerm } from '../../test/rfc5769.ts'
import { readStunMessage, STUN_BYTES_MAX, stunAttribute, stunAttributes, writeStunMessage } from './stun-message.ts'

it.each(Object.entries(rfc5769))('reads the %s of RFC 5769', (_name, { bytes }) => {
  const message = readStunMessage(bytes)
  expect(message?.transaction.toString('hex')).toBe('b7e7a701bc34d686fa87dfae')
  expect(message?.attributes.at(-1)?.type).toBe(stunAttributes.fingerprint)
})

it('reads names, realms and nonces without their padding', () => {
  const { attributes } = readStunMessage(rfc5769LongTerm.bytes) ?? { attributes: [] }
  const textOf = (type: number) => stunAttribute(attributes, type)?.value.toString()
  expect([stunAttributes.username, stunAttributes.realm, stunAttributes.nonce].map(textOf)).toEqual([
    rfc5769LongTerm.username,
    rfc5769LongTerm.realm,
    'f//499k954d6OL34oL9FSTvy64sA',
  ])
})

it('reads what it wrote, padded with nothing', () => {
  const written = writeStunMessage(0x0113, Buffer.alloc(12, 7), [
    [0x0014, Buffer.from('tracio')],
    [0x0015, Buffer.alloc(0)],
  ])
  expect(written.toString('hex')).toBe(
    `01130010 2112a442 ${'07'.repeat(12)} 00140006 74726163696f0000 00150000`.replaceAll(' ', ''),
  )
  expect(readStunMessage(written)?.attributes.map(({ value }) => value.toString())).toEqual(['tracio', ''])
})

const good = (...attributes: readonly (readonly [number, Buffer])[]): Buffer =>
  writeStunMessage(1, Buffer.alloc(12), attributes)
const changed = (at: number, byte: number): Buffer => {
  const bytes = good([6, Buffer.alloc(4)])
  bytes[at] = byte
  return bytes
}

it.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['half a header', good().subarray(0, 16)],
  ['a length that is no multiple of four', Buffer.concat([good(), Buffer.alloc(2)])],
  ['something behind the message', Buffer.concat([good(), Buffer.alloc(4)])],
  ['a message that says it is longer', good([6, Buffer.alloc(8)]).subarray(0, 28)],
  ['a type of another protocol', changed(0, 0x40)],
  ['no magic cookie', changed(4, 0x20)],
  ['an attribute that ends behind the message', changed(23, 5)],
  ['an attribute whose length leads far away', changed(22, 0xff)],
  ['more than anybody needs', good([6, Buffer.alloc(STUN_BYTES_MAX)])],
])('does not read %s', (_name, bytes) => {
  expect(readStunMessage(bytes)).toBeUndefined()
})
