import { expect, it } from 'vitest'
import { murmur128 } from './murmur.ts'
import { utf8 } from './utf8.ts'

// Known answers of the reference implementation, seed 0; together they cover a tail, no tail and nothing at all.
it.each([
  ['nothing', '', '00000000000000000000000000000000'],
  ['two blocks and a tail', 'The quick brown fox jumps over the lazy dog', '2f1583c3ecee2c675d7bf66ce5e91d2c'],
  ['another tail', 'I will not buy this record, it is scratched.', 'a0a9683b25ac5e40d9af2895890dddf5'],
])('agrees with the reference on %s', (_name, text, digest) => {
  expect(murmur128(utf8(text))).toBe(digest)
})

it('tells texts apart that differ in one bit of a whole block', () => {
  expect(murmur128(utf8('0123456789abcdef'))).not.toBe(murmur128(utf8('0123456789abcdeg')))
})
