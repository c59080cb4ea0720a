import { type CellPool, WORD } from './cell-pool.ts'

/**
 * Doubly linked lists of cells, the newest at one end: a cell that heads a list knows both ends and the size, the others
 * know their neighbours.
 */
export interface RecencyLists {
  /** Puts a cell next to `older`, on its newer side; 0: at the oldest end. */
  insert(list: number, cell: number, older: number): void
  remove(list: number, cell: number): void
}

/** Lists in a pool. */
export function createRecencyLists({ read, write }: CellPool): RecencyLists {
  return {
    insert(list, cell, older) {
      const newer = older === 0 ? read(list, WORD.oldest) : read(older, WORD.newer)
      write(cell, WORD.older, older)
      write(cell, WORD.newer, newer)
      if (older === 0) write(list, WORD.oldest, cell)
      else write(older, WORD.newer, cell)
      if (newer === 0) write(list, WORD.newest, cell)
      else write(newer, WORD.older, cell)
      write(list, WORD.size, read(list, WORD.size) + 1)
    },
    remove(list, cell) {
      const older = read(cell, WORD.older)
      const newer = read(cell, WORD.newer)
      if (older === 0) write(list, WORD.oldest, newer)
      else write(older, WORD.newer, newer)
      if (newer === 0) write(list, WORD.newest, older)
      else write(newer, WORD.older, older)
      write(list, WORD.size, read(list, WORD.size) - 1)
    },
  }
}
