import { expect, it } from 'vitest'
import { halfSipHash } from './half-sip-hash.ts'

/** A text of which the code units have the bytes 0, 1, 2 and so on. */
const countingText = (units: number): string =>
  String.fromCharCode(...Array.from({ length: units }, (_, i) => (2 * i) | ((2 * i + 1) << 8)))

function hashOf(text: string, key0 = 0x03020100, key1 = 0x07060504): string {
  const hash = new Int32Array(2)
  halfSipHash(key0, key1, text, hash)
  return Buffer.from(hash.buffer).toString('hex')
}

// The vectors of 64 bits that its authors publish, those of an even number of bytes; November 2026.
it.each([
  [0, '218d1f59b9b83cc8'],
  [1, '064f39ef7c50eb57'],
  [2, 'd5e78a175be52ea1'],
  [3, 'ce3e91358aa2bc25'],
  [4, 'edfee820bce4858c'],
  [5, '95b0469f06a6f2ee'],
  [6, '7bc71f9faef5c799'],
  [7, '3bb1a870eae8e658'],
  [8, '7336aad25f7bf3b5'],
])('hashes %d code units as its authors do', (units, expected) => {
  expect(hashOf(countingText(units))).toBe(expected)
})

it('hashes otherwise with either half of another key', () => {
  expect(new Set([hashOf('ada'), hashOf('ada', 1), hashOf('ada', undefined, 1)]).size).toBe(3)
})
