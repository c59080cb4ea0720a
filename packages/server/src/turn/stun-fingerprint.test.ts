import { expect, it } from 'vitest'
import { rfc5769, rfc5769LongTerm } from '../../test/rfc5769.ts'
import { fingerprintOf, withFingerprint } from './stun-fingerprint.ts'
import { readStunMessage, stunAttributes, writeStunMessage } from './stun-message.ts'

function judge(bytes: Buffer): string | undefined {
  const message = readStunMessage(bytes)
  return message && fingerprintOf(message)
}

it.each(Object.entries(rfc5769))('finds the fingerprint of the %s of RFC 5769 right', (_name, { bytes }) => {
  expect(judge(bytes)).toBe('right')
})

it('finds a fingerprint wrong when any byte before it differs', () => {
  const { bytes } = rfc5769.request
  for (let at = 8; at < 40; at++) {
    const other = Buffer.from(bytes)
    other[at] = (other[at] ?? 0) ^ 1
    expect(judge(other)).not.toBe('right')
  }
})

it('finds none where there is none', () => {
  expect(judge(rfc5769LongTerm.bytes)).toBe('none')
})

it('puts one behind a message', () => {
  expect(judge(withFingerprint(rfc5769LongTerm.bytes))).toBe('right')
})

it.each<[string, readonly (readonly [number, Buffer])[]]>([
  ['too short', [[stunAttributes.fingerprint, Buffer.alloc(3)]]],
  [
    'before other attributes',
    [
      [stunAttributes.fingerprint, Buffer.alloc(4)],
      [6, Buffer.alloc(4)],
    ],
  ],
  [
    'there twice',
    [
      [stunAttributes.fingerprint, Buffer.alloc(4)],
      [stunAttributes.fingerprint, Buffer.alloc(4)],
    ],
  ],
])('finds one wrong that is %s', (_name, attributes) => {
  expect(judge(writeStunMessage(1, Buffer.alloc(12), attributes))).toBe('wrong')
})
