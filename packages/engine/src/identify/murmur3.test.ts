import { expect, it } from 'vitest'
import { murmur3 } from './murmur3.ts'

it('hashes nothing to nothing', () => {
  expect(murmur3(new Uint8Array())).toBe('0'.repeat(32))
})

it('agrees with other implementations on a sentence', () => {
  expect(murmur3(new TextEncoder().encode("I will not buy this tobacconist's, it is scratched."))).toBe(
    '9b5b7ba2ef3f7866889adeaf00f3f98e',
  )
})

/** Every 32-bit word of the digest, the lowest byte first: the order in which SMHasher lays it out. */
const digestBytes = (digest: string): number[] =>
  [0, 8, 16, 24].flatMap((at) =>
    [6, 4, 2, 0].map((byte) => Number.parseInt(digest.slice(at + byte, at + byte + 2), 16)),
  )

it('gives SMHasher’s verification value, 0xB3ECE62A, which takes every length from 0 to 255', () => {
  const key = Uint8Array.from({ length: 256 }, (_, i) => i)
  const all = Array.from(key).flatMap((length) => digestBytes(murmur3(key.subarray(0, length), 256 - length)))
  expect(digestBytes(murmur3(Uint8Array.from(all))).slice(0, 4)).toEqual([0x2a, 0xe6, 0xec, 0xb3])
})
