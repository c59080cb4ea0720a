import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { layOutToken, tokenHash } from './cookie-token.ts'

const at = 1_710_432_000_999 as EpochMs
const token = layOutToken(at, Buffer.alloc(18, 7))

it('is made of cookie-safe characters and long enough to be unguessable', () => {
  expect(token).toMatch(/^[A-Za-z0-9_-]{30}$/)
})

it('hashes to its time and a digest, never to its luck', () => {
  const hash = tokenHash(token)
  expect(hash).toHaveLength(20)
  expect(hash?.readUInt32BE(0)).toBe(1_710_432_000)
  expect(hash?.includes(Buffer.alloc(8, 7))).toBe(false)
})

it('hashes different tokens differently', () => {
  expect(tokenHash(layOutToken(at, Buffer.alloc(18, 8)))).not.toEqual(tokenHash(token))
})

it.each([
  ['nothing', ''],
  ['a token of another length', token.slice(1)],
  ['foreign characters', `"${token.slice(1)}`],
])('knows %s is none of ours', (_name, input) => {
  expect(tokenHash(input)).toBeUndefined()
})
