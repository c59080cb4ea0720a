/** Bytes of a text as UTF-8. A lone surrogate counts as the three bytes of the U+FFFD that it becomes. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
