import { pagedHalves, pagedWords } from '../paged-arrays.ts'

/** Positions from which on values hold, ascending; the first is 0. */
export interface WrittenSegments {
  readonly positions: Uint32Array<ArrayBuffer>
  /** Two bytes each where that is enough. */
  readonly values: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>
}

/** Writes segments that come in order, and joins those that say the same. */
export interface SegmentWriter {
  /** From this position on. A second time at one position replaces the first. */
  add(position: number, value: number): void
  finish(): WrittenSegments
}

/** Segments are gathered in pieces of this many, so that no room is kept for more than come. */
const PIECE = 65_536

export function createSegmentWriter(): SegmentWriter {
  const pieces: { readonly positions: Uint32Array; readonly values: Uint32Array }[] = []
  let count = 0
  let valueMax = 0
  /** The value that holds before `position`; nothing does before the first. */
  let before = -1
  let position = 0
  let value = 0

  function write(): void {
    if (value === before) return
    if (count % PIECE === 0) pieces.push({ positions: pagedWords(PIECE), values: pagedWords(PIECE) })
    const piece = pieces.at(-1)
    if (!piece) return
    piece.positions[count % PIECE] = position
    piece.values[count % PIECE] = value
    count++
    before = value
    if (value > valueMax) valueMax = value
  }

  return {
    add(nextPosition, nextValue) {
      if (nextPosition !== position) write()
      position = nextPosition
      value = nextValue
    },
    finish() {
      write()
      const positions = pagedWords(count)
      const values = valueMax < 65536 ? pagedHalves(count) : pagedWords(count)
      pieces.forEach((piece, index) => {
        const room = count - index * PIECE
        positions.set(piece.positions.subarray(0, room), index * PIECE)
        values.set(piece.values.subarray(0, room), index * PIECE)
      })
      return { positions, values }
    },
  }
}
