/** The codes of a text's characters, none of which may be above 255, as bytes. */
export function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length)
  // Counted, because iterators make it several times as slow where nothing is compiled yet.
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
