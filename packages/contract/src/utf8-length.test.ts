import { expect, it } from 'vitest'
import { utf8Length } from './utf8-length.ts'

it.each([
  ['nothing', '', 0],
  ['ASCII', 'plan', 4],
  ['the last of one byte and the first of two', '\u007f\u0080', 3],
  ['the last of two bytes and the first of three', '\u07ff\u0800', 5],
  ['a letter beyond the basic plane', '\u{1f600}', 4],
  ['a lone surrogate, which becomes U+FFFD', '\ud800', 3],
])('counts %s', (_name, text, bytes) => {
  expect(utf8Length(text)).toBe(bytes)
  expect(new TextEncoder().encode(text)).toHaveLength(bytes)
})
