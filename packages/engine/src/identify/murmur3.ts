/**
 * MurmurHash3, the x86 variant of 128 bits, as 32 hexadecimal digits. Pure 32-bit arithmetic.
 * Algorithm: Austin Appleby, in the public domain; checked by SMHasher's verification value.
 */
export function murmur3(bytes: Uint8Array, seed = 0): string {
  let h1 = seed
  let h2 = seed
  let h3 = seed
  let h4 = seed
  const bodyEnd = bytes.length & ~15
  const body = new DataView(bytes.buffer, bytes.byteOffset)

  for (let i = 0; i < bodyEnd; i += 16) {
    h1 = (Math.imul(rotl(h1 ^ mix(body.getInt32(i, true), C1, 15, C2), 19) + h2, 5) + 0x561ccd1b) | 0
    h2 = (Math.imul(rotl(h2 ^ mix(body.getInt32(i + 4, true), C2, 16, C3), 17) + h3, 5) + 0x0bcaa747) | 0
    h3 = (Math.imul(rotl(h3 ^ mix(body.getInt32(i + 8, true), C3, 17, C4), 15) + h4, 5) + 0x96cd1c35) | 0
    h4 = (Math.imul(rotl(h4 ^ mix(body.getInt32(i + 12, true), C4, 18, C1), 13) + h1, 5) + 0x32ac3b17) | 0
  }

  // The rest, filled up with zeros: a word of zeros mixes to zero, so the tail needs no cases.
  const rest = new Uint8Array(16)
  rest.set(bytes.subarray(bodyEnd))
  const tail = new DataView(rest.buffer)
  h1 ^= mix(tail.getInt32(0, true), C1, 15, C2) ^ bytes.length
  h2 ^= mix(tail.getInt32(4, true), C2, 16, C3) ^ bytes.length
  h3 ^= mix(tail.getInt32(8, true), C3, 17, C4) ^ bytes.length
  h4 ^= mix(tail.getInt32(12, true), C4, 18, C1) ^ bytes.length

  h1 = (h1 + h2 + h3 + h4) | 0
  h2 = avalanche((h2 + h1) | 0)
  h3 = avalanche((h3 + h1) | 0)
  h4 = avalanche((h4 + h1) | 0)
  h1 = avalanche(h1)
  h1 = (h1 + h2 + h3 + h4) | 0
  return hex(h1) + hex(h2 + h1) + hex(h3 + h1) + hex(h4 + h1)
}

const C1 = 0x239b961b
const C2 = 0xab0e9789
const C3 = 0x38b34ae5
const C4 = 0xa1e38b93

const rotl = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

const mix = (k: number, before: number, by: number, after: number): number =>
  Math.imul(rotl(Math.imul(k, before), by), after)

function avalanche(h: number): number {
  const once = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

const hex = (word32: number): string => (word32 >>> 0).toString(16).padStart(8, '0')
