/**
 * Arrays whose memory goes back to the system as soon as they are let go: buffers that can be resized are pages of their
 * own. Others come from the C library's allocator, which kept 100 MB after a thread had compiled lists (glibc, November
 * 2026). For few and large arrays.
 */
const paged = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes, { maxByteLength: bytes })

export const pagedBytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(paged(length), 0, length)

export const pagedHalves = (length: number): Uint16Array<ArrayBuffer> => new Uint16Array(paged(length * 2), 0, length)

export const pagedWords = (length: number): Uint32Array<ArrayBuffer> => new Uint32Array(paged(length * 4), 0, length)

export const pagedDoubles = (length: number): Float64Array<ArrayBuffer> =>
  new Float64Array(paged(length * 8), 0, length)

/** An array of words with twice the room, and the same content. */
export function doubledWords(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = pagedWords(words.length * 2)
  larger.set(words)
  return larger
}
