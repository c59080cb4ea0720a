/**
 * A string as UTF-8. Written out because TextEncoder is missing in jsdom, which is one of the places that we want to
 * hear from. A lone surrogate becomes U+FFFD, as with TextEncoder.
 */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  const escaped = encodeURI(text.replace(/[\ud800-\udfff]/gu, '\ufffd'))
  const bytes = new Uint8Array(escaped.length)
  let length = 0
  for (let i = 0; i < escaped.length; i++) {
    const isEscape = escaped[i] === '%'
    bytes[length++] = isEscape ? Number.parseInt(escaped.slice(i + 1, i + 3), 16) : escaped.charCodeAt(i)
    if (isEscape) i += 2
  }
  return bytes.slice(0, length)
}
