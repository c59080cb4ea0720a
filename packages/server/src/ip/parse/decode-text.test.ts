import { expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'
import { ListFormatError } from './list-format-error.ts'

it.each([
  ['plain', Buffer.from('192.0.2.1'), '192.0.2.1'],
  ['with a mark', Buffer.from('\ufeff192.0.2.1'), '192.0.2.1'],
  ['of letters', Buffer.from('M\u00fcnchen'), 'M\u00fcnchen'],
  ['broken', Buffer.from([0x61, 0xc3, 0x28]), 'a\ufffd('],
  ['empty', Buffer.alloc(0), ''],
])('reads UTF-8 %s', (_, bytes, text) => {
  expect(decodeText(bytes)).toBe(text)
})

it('reads only the bytes it is given of a larger buffer', () => {
  expect(decodeText(new Uint8Array(Buffer.from('xx192.0.2.1yy')).subarray(2, 11))).toBe('192.0.2.1')
})

it.each([
  ['little', [0xff, 0xfe, 0x31, 0x00]],
  ['big', [0xfe, 0xff, 0x00, 0x31]],
])('refuses UTF-16, %s end first, by name', (_, bytes) => {
  expect(() => decodeText(Uint8Array.from(bytes))).toThrow(ListFormatError)
  expect(() => decodeText(Uint8Array.from(bytes))).toThrow('UTF-16')
})
