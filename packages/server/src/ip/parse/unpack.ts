import { gunzipSync } from 'node:zlib'
import { Unzip, UnzipInflate } from 'fflate'
import { ListFormatError } from './list-format-error.ts'

const GZIP_MARK = [0x1f, 0x8b]
const ZIP_MARK = [0x50, 0x4b, 0x03, 0x04]

/** Deflate makes at most 1,032 bytes of one, so the memory of one step stays below 5 MB, however hostile the file. */
const ZIP_STEP_BYTES = 4096

/**
 * The bytes inside a gzip or a zip of one file, told by their first bytes; other bytes as they are. Blocks until it is done, so
 * it belongs in a worker. Throws `ListFormatError` for a broken file, for a zip of several files, and as soon as
 * there would be more than `bytesMax`.
 */
export function unpack(bytes: Uint8Array, bytesMax: number): Uint8Array {
  if (startsWith(bytes, GZIP_MARK)) return gunzip(bytes, bytesMax)
  if (startsWith(bytes, ZIP_MARK)) return unzip(bytes, bytesMax)
  if (bytes.length > bytesMax) throw tooLarge(bytesMax)
  return bytes
}

function gunzip(bytes: Uint8Array, bytesMax: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: bytesMax })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(bytesMax)
    throw new ListFormatError('The file is gzip, but broken or cut off.')
  }
}

function unzip(bytes: Uint8Array, bytesMax: number): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  let files = 0
  let isWhole = false
  const archive = new Unzip((file) => {
    if (file.name.endsWith('/')) return
    files++
    if (files > 1) throw new ListFormatError('The file is a zip of several files; one is expected.')
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) throw error
      length += chunk.length
      if (length > bytesMax) throw tooLarge(bytesMax)
      chunks.push(chunk)
      isWhole = isLast
    }
    file.start()
  })
  archive.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += ZIP_STEP_BYTES) {
      archive.push(bytes.subarray(at, at + ZIP_STEP_BYTES), at + ZIP_STEP_BYTES >= bytes.length)
    }
  } catch (error) {
    throw error instanceof ListFormatError ? error : new ListFormatError('The file is zip, but broken or cut off.')
  }
  if (!isWhole) throw new ListFormatError('The file is zip, but empty or cut off.')
  return Buffer.concat(chunks, length)
}

function tooLarge(bytesMax: number): ListFormatError {
  return new ListFormatError(`The file unpacks to more than the ${bytesMax} bytes allowed for a list.`)
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}
