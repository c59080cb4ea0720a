/** Stands for half a surrogate pair, as everywhere in Unicode. */
const REPLACEMENT = 0xfffd

/** A UTF-16 unit takes three bytes at most; a pair of them takes four. */
export const UTF8_BYTES_PER_UNIT_MAX = 3

/**
 * Writes UTF-8 by hand, and returns where it ends: the engine compiles without DOM and without Node, and so without
 * TextEncoder. The caller has seen to the room.
 */
export function writeUtf8(bytes: Uint8Array, at: number, text: string): number {
  let end = at
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      bytes[end++] = unit
      continue
    }
    const code = codePointAt(text, i)
    if (code > 0xffff) i++
    end = writeBeyondAscii(bytes, end, code)
  }
  return end
}

function codePointAt(text: string, i: number): number {
  const code = text.codePointAt(i) ?? REPLACEMENT
  return code >= 0xd800 && code <= 0xdfff ? REPLACEMENT : code
}

function writeBeyondAscii(bytes: Uint8Array, at: number, code: number): number {
  let end = at
  if (code < 0x800) bytes[end++] = 0xc0 | (code >> 6)
  else {
    if (code < 0x10000) bytes[end++] = 0xe0 | (code >> 12)
    else {
      bytes[end++] = 0xf0 | (code >> 18)
      bytes[end++] = 0x80 | ((code >> 12) & 0x3f)
    }
    bytes[end++] = 0x80 | ((code >> 6) & 0x3f)
  }
  bytes[end++] = 0x80 | (code & 0x3f)
  return end
}
