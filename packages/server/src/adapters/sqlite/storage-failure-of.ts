import { StorageFailure, type StorageTrouble } from '../../ports/storage-failure.ts'

/** Primary result codes of SQLite (sqlite.org/rescode.html): the extended ones have them in their lowest byte. */
const TROUBLES: ReadonlyMap<number, StorageTrouble> = new Map([
  /** SQLITE_FULL: no space, or the database's own limit of pages. */
  [13, 'full'],
  /** SQLITE_IOERR: the disk failed; also what a full one gives where the log's index should grow. */
  [10, 'broken'],
  /** SQLITE_READONLY: the file system was remounted, as kernels do after errors. */
  [8, 'broken'],
])

/** A failure of the disk by the name that the port gives it; any other error as it is. */
export function storageFailureOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error
  const trouble = TROUBLES.get(Number(error.errcode) & 0xff)
  return trouble === undefined ? error : new StorageFailure(trouble, { cause: error })
}
