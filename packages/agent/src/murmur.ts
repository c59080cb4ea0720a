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
  const at = (lanes: ArrayLike<number>, i: number): number => lanes[i & 3] ?? 0
  // Bytes past the end read as 0, and a word of zeros leaves its lane as it was: that is the tail's rule.
  const padded = new Uint8Array((bytes.length + 15) & ~15)
  padded.set(bytes)
  const words = new DataView(padded.buffer)
  // Counted and indexed, because iterators make it several times as slow where nothing is compiled yet.
  for (let block = 0; block < padded.length; block += 16) {
    const whole = block + 16 <= bytes.length
    for (let i = 0; i < 4; i++) {
      const word = Math.imul(words.getInt32(block + 4 * i, true), at(MULTIPLIERS, i))
      const own = at(h, i) ^ Math.imul(rotated(word, 15 + i), at(MULTIPLIERS, i + 1))
      h[i] = whole ? Math.imul(rotated(own, 19 - 2 * i) + at(h, i + 1), 5) + at(ADDENDS, i) : own
    }
  }
  const mixed = stirred(stirred([...h].map((x) => x ^ bytes.length)).map(avalanche))
  return mixed.map((x) => (x >>> 0).toString(16).padStart(8, '0')).join('')
}

const rotated = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

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
