import type { Source } from '../source.ts'

/**
 * The top byte of a NaN that the processor made by taking infinity from infinity: x86 sets the sign bit of the result,
 * ARM does not, and engines keep what the processor says. The fourth byte is the top one on every machine that runs a
 * browser today, all being little-endian.
 *
 * Spec: none; https://tc39.es/ecma262/#sec-numerictorawbytes leaves the bits of a NaN to the implementation.
 * Absent: nowhere. Where an engine tidies its NaNs up, the byte is the same on all processors.
 * Checked: Chromium 156 and Node 24 on x86-64, November 2026: 255.
 */
export const architecture: Source<'architecture'> = () => {
  const number = new Float32Array([1 / 0])
  number[0] = Number(number[0]) - Number(number[0])
  return { value: Number(new Uint8Array(number.buffer)[3]) }
}
