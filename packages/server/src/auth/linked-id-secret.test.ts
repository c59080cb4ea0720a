import { expect, it } from 'vitest'
import { isLinkedIdSignature, newLinkedIdSecret, signLinkedId } from './linked-id-secret.ts'

const secret = Buffer.from('tracio_lid_0')
const signature = signLinkedId(secret, 'a-1')

it('makes a secret that nobody guesses, and that a program can read from its environment', () => {
  expect(newLinkedIdSecret().toString()).toMatch(/^tracio_lid_[0-9a-z]{48}$/)
  expect(newLinkedIdSecret().equals(newLinkedIdSecret())).toBe(false)
})

it('signs as any library does', () => {
  // Test case 2 of https://www.rfc-editor.org/rfc/rfc4231#section-4.3
  expect(signLinkedId(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

it('knows its own signature', () => {
  expect(isLinkedIdSignature(signature, secret, 'a-1')).toBe(true)
})

it.each([
  ['of another id', signLinkedId(secret, 'a-2')],
  ['with another secret', signLinkedId(Buffer.from('tracio_lid_1'), 'a-1')],
  ['in capitals', signature.toUpperCase()],
  ['with a digit missing', signature.slice(1)],
  ['with a digit too many', `${signature}0`],
  ['that is none', ''],
  ['of letters that take more bytes', 'é'.repeat(64)],
])('refuses a signature %s', (_name, wrong) => {
  expect(isLinkedIdSignature(wrong, secret, 'a-1')).toBe(false)
})
