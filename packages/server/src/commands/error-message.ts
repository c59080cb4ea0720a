import { ApiError } from '../api-error.ts'
import { ConfigError } from '../config.ts'
import { exitCodes, OperatorError } from '../operator-error.ts'

/** SQLite's primary result codes that an operator can do something about (sqlite.org/rescode.html, November 2026). */
const sqliteFaults: Readonly<Record<number, string>> = {
  5: 'The database is busy: another process holds it. Try again in a moment.',
  6: 'The database is locked by another process. Try again in a moment.',
  8: 'The database cannot be written. Run the command as the user that owns the data folder.',
  10: 'The disk failed while the database was read or written. Check the disk, then run "tracio doctor".',
  11: 'The database is damaged. Stop the server and restore a backup; "tracio doctor" says more.',
  13: 'The disk is full. Make room and run the command again.',
  14: 'The database cannot be opened. Check that this user may read and write the data folder.',
  26: 'The file is no database. Check TRACIO_DATA_DIR, or restore a backup.',
}

const systemFaults: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens there. Stop it, or set TRACIO_PORT to a free port.',
  EADDRNOTAVAIL: 'This machine has no such address. Set TRACIO_HOST to one that it has.',
  EACCES: 'This user may not do that. Choose another TRACIO_PORT or TRACIO_DATA_DIR.',
  EPERM: 'This user may not do that. Run the command as the user that owns the data folder.',
  ENOSPC: 'The disk is full. Make room and run the command again.',
  EROFS: 'The disk can only be read. Set TRACIO_DATA_DIR to a folder on another.',
}

/** One clear sentence for what an operator can mend, the whole story for what only we can. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof ConfigError || error instanceof OperatorError || error instanceof ApiError) return error.message
  // The lower byte of an extended code is the primary one.
  if ('errcode' in error && typeof error.errcode === 'number') {
    const fault = sqliteFaults[error.errcode & 0xff]
    if (fault !== undefined) return fault
  }
  if ('code' in error && typeof error.code === 'string') {
    const fault = systemFaults[error.code]
    if (fault !== undefined) return `${error.message}\n${fault}`
  }
  return error.stack ?? error.message
}

/** What the API refuses, commands refuse too, in the same words. */
const exitCodeOfStatus: Readonly<Record<number, number>> = { 400: exitCodes.usage, 404: exitCodes.notFound }

/** What a command that failed with this error ends with. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigError) return exitCodes.usage
  if (error instanceof OperatorError) return exitCodes[error.failure]
  if (error instanceof ApiError) return exitCodeOfStatus[error.status] ?? exitCodes.failed
  return exitCodes.failed
}
