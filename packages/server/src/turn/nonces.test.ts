import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { createNonces } from './nonces.ts'

const at = 1_710_432_000_999 as EpochMs
const later = (ms: number): EpochMs => (at + ms) as EpochMs
const source = { address: '192.0.2.1', port: 4000 }
const nonces = createNonces(Buffer.from('key'))
const nonce = Buffer.from(nonces.issue(source, at))

it('knows its nonces for a minute, and no longer', () => {
  expect(nonce).toHaveLength(16)
  expect([0, 60_000, 61_000].map((ms) => nonces.isOurs(nonce, source, later(ms)))).toEqual([true, true, false])
})

it.each([
  ['another address', { ...source, address: '192.0.2.2' }],
  ['another port', { ...source, port: 4001 }],
])('does not know a nonce from %s', (_name, other) => {
  expect(nonces.isOurs(nonce, other, at)).toBe(false)
})

it('does not know a nonce of the future, nor one of another server', () => {
  expect(nonces.isOurs(nonce, source, later(-2000))).toBe(false)
  expect(createNonces(Buffer.from('other')).isOurs(nonce, source, at)).toBe(false)
})

it('does not know a nonce with any bit changed', () => {
  const bytes = Buffer.from(nonce.toString(), 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const other = Buffer.from(bytes)
    other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(nonces.isOurs(Buffer.from(other.toString('base64url')), source, at)).toBe(false)
  }
})

it.each(['', 'x', '*'.repeat(16), 'A'.repeat(15), 'A'.repeat(400)])('does not know %j', (text) => {
  expect(nonces.isOurs(Buffer.from(text), source, at)).toBe(false)
})
