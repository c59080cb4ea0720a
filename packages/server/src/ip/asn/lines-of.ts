import { closeSync, openSync, readSync } from 'node:fs'

/** Enough that the disk is asked seldom, and little beside what is made of it. */
const PIECE_BYTES = 1024 * 1024

/** The lines of a text file, a piece at a time: a file of 20 MB is never whole in memory. */
export function* linesOf(file: string): Generator<string> {
  const decoder = new TextDecoder()
  const piece = new Uint8Array(PIECE_BYTES)
  const handle = openSync(file, 'r')
  try {
    let rest = ''
    for (;;) {
      const bytes = readSync(handle, piece)
      const lines = (rest + decoder.decode(piece.subarray(0, bytes), { stream: bytes > 0 })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
      if (bytes === 0) break
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(handle)
  }
}
