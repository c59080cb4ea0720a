/** For each of the four lanes, as the algorithm publishes them: its first multiplier, whose second is the next one's first, and its addend. */
const MULTIPLIERS = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93]
const ADDENDS = [0x561ccd1b, 0x0bcaa747, 0x96cd1c35, 0x32ac3b17]

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
    const next = (lane + 1) & 3
    let word = Math.imul(words[at] ?? 0, MULTIPLIERS[lane] ?? 0)
    word = Math.imul((word << (15 + lane)) | (word >>> (17 - lane)), MULTIPLIERS[next] ?? 0) ^ (h[lane] ?? 0)
    if (at < whole) {
      word = ((word << (19 - 2 * lane)) | (word >>> (13 + 2 * lane))) + (h[next] ?? 0)
      word = Math.imul(word, 5) + (ADDENDS[lane] ?? 0)
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
