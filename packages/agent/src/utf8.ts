import { bytesOf } from './bytes-of.ts'

/**
 * A string as UTF-8. Written out because TextEncoder is missing in jsdom, which is one of the places that we want to
 * hear from. A lone surrogate becomes U+FFFD, as with TextEncoder.
 */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  // Escapes stand for bytes, and `unescape` makes a character of each: https://tc39.es/ecma262/#sec-unescape-string
  bytesOf(unescape(encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'))))
