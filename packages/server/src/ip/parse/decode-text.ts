import { ListFormatError } from './list-format-error.ts'

const UTF8_MARK = [0xef, 0xbb, 0xbf]
const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]

/** The text of a UTF-8 file without its byte order mark; what is no UTF-8 becomes U+FFFD. Throws `ListFormatError` for UTF-16. */
export function decodeText(bytes: Uint8Array): string {
  if (UTF16_MARKS.some((mark) => startsWith(bytes, mark))) {
    throw new ListFormatError('The file is UTF-16 text; lists are read as UTF-8 only.')
  }
  const from = startsWith(bytes, UTF8_MARK) ? UTF8_MARK.length : 0
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from).toString('utf8')
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}
