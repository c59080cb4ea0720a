/** For each of the four lanes: two multipliers, two rotations and the addend, as the algorithm publishes them. */
const LANES = [
  [0x239b961b, 0xab0e9789, 15, 19, 0x561ccd1b],
  [0xab0e9789, 0x38b34ae5, 16, 17, 0x0bcaa747],
  [0x38b34ae5, 0xa1e38b93, 17, 15, 0x96cd1c35],
  [0xa1e38b93, 0x239b961b, 18, 13, 0x32ac3b17],
] as const

/**
 * MurmurHash3, variant x86 of 128 bits, seed 0, as 32 hexadecimal digits. It names images by what they show; nobody is
 * meant to be kept from finding a collision, so speed without WebCrypto (which plain HTTP pages lack) decides.
 *
 * Algorithm: https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp (public domain)
 */
export function murmur128(bytes: Uint8Array): string {
  const h = new Int32Array(4)
  // Bytes past the end read as 0, and a word of zeros leaves its lane as it was: that is the tail's rule.
  const padded = new Uint8Array((bytes.length + 15) & ~15)
  padded.set(bytes)
  // Every machine with a browser is little-endian, as the algorithm is.
  const words = new Int32Array(padded.buffer)
  const whole = (bytes.length >> 4) << 2
  // Counted and indexed, because nothing is compiled yet when pages run this: closures and iterators, of which taking lists
  // apart is one, would take several times as long.
  for (let at = 0; at < words.length; at++) {
    const lane = at & 3
    const steps = LANES[lane] ?? LANES[0]
    let word = Math.imul(words[at] ?? 0, steps[0])
    word = Math.imul((word << steps[2]) | (word >>> (32 - steps[2])), steps[1]) ^ (h[lane] ?? 0)
    if (at < whole) {
      word = ((word << steps[3]) | (word >>> (32 - steps[3]))) + (h[(at + 1) & 3] ?? 0)
      word = Math.imul(word, 5) + steps[4]
    }
    h[lane] = word
  }
  const mixed = stirred(stirred([...h].map((x) => x ^ bytes.length)).map(avalanche))
  return mixed.map((x) => (x >>> 0).toString(16).padStart(8, '0')).join('')
}

/** Adds the lanes up into the first, and the first to the others. */
function stirred(lanes: readonly number[]): number[] {
  const sum = lanes.reduce((a, b) => (a + b) | 0, 0)
  return lanes.map((x, i) => (i === 0 ? sum : (x + sum) | 0))
}

function avalanche(x: number): number {
  const once = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
