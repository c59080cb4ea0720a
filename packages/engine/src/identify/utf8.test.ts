import { expect, it } from 'vitest'
import { UTF8_BYTES_PER_UNIT_MAX, writeUtf8 } from './utf8.ts'

it.each([
  ['nothing', ''],
  ['ASCII', 'Chrome/146.0'],
  ['the last of one byte and the first of two', '\u007f\u0080'],
  ['the last of two bytes and the first of three', '\u07ff\u0800'],
  ['the last of three bytes and the first of four', '\uffff\u{10000}'],
  ['the last of all', '\u{10ffff}'],
  ['fonts as the Japanese write them', 'ＭＳ ゴシック, メイリオ'],
  ['a surrogate that lost its second half', 'a\ud83db'],
  ['a surrogate that lost its first half', 'a\ude00b'],
  ['two halves in the wrong order', '\ude00\ud83d'],
  ['a half at the end', 'a\ud83d'],
])('encodes like TextEncoder, behind what is there: %s', (_name, text) => {
  const bytes = new Uint8Array(1 + text.length * UTF8_BYTES_PER_UNIT_MAX)
  const end = writeUtf8(bytes, 1, text)
  expect(Array.from(bytes.subarray(0, end))).toEqual([0, ...new TextEncoder().encode(text)])
})
