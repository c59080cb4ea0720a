/** The polynomial of zlib, PNG and Ethernet, its bits in reverse: https://www.w3.org/TR/png-3/#5CRC-algorithm */
const POLYNOMIAL = 0xedb88320

/**
 * CRC-32 of a text's characters as single bytes, without a sign: names of built-ins have no others. It names a list whose
 * contents nobody has to see; it keeps nobody from forging one.
 */
export function crc32(text: string): number {
  const table = Int32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = (byte >>> 1) ^ (POLYNOMIAL & -(byte & 1))
    return byte
  })
  let crc = -1
  for (let i = 0; i < text.length; i++) crc = (crc >>> 8) ^ Number(table[(crc ^ text.charCodeAt(i)) & 255])
  return ~crc >>> 0
}
