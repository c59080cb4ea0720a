/** The polynomial of zlib, PNG and Ethernet, its bits in reverse: https://www.w3.org/TR/png-3/#5CRC-algorithm */
const POLYNOMIAL = 0xedb88320

/**
 * CRC-32 of a text's characters as single bytes, without a sign: names of built-ins have no others. It names a list whose
 * contents nobody has to see; it keeps nobody from forging one.
 */
export function crc32(text: string): number {
  // A table pays from some two thousand characters on, and a window has ten times as many.
  const table = new Int32Array(256).map((_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (POLYNOMIAL & -(crc & 1))
    return crc
  })
  let crc = -1
  for (let i = 0; i < text.length; i++) crc = (table[(crc ^ text.charCodeAt(i)) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
