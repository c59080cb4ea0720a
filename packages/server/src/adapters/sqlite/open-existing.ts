import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { OperatorError } from '../../operator-error.ts'
import { BUSY_TIMEOUT_MS, newerSchema, type OpenOptions, schemaVersion } from './database.ts'
import { migrations } from './migrations.ts'

/**
 * Opens a database for a command that may run beside a server. It makes none and migrates none: a server of another
 * version may be using it, and would find columns under its feet changed.
 */
export function openExisting({ file, synchronous }: OpenOptions): DatabaseSync {
  const db = openAsItIs(file)
  const version = schemaVersion(db)
  if (version !== migrations.length) {
    db.close()
    if (version > migrations.length) throw newerSchema(version)
    throw new OperatorError(
      `The database is of schema version ${version}, and this program needs ${migrations.length}. ` +
        'Stop the server, run "tracio migrate", and start the server of this version.',
    )
  }
  // The log is the server's to move into the database; where none runs, closing does it.
  db.exec(`
    PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
    PRAGMA synchronous = ${synchronous};
    PRAGMA secure_delete = ON;
    PRAGMA wal_autocheckpoint = 0;
  `)
  return db
}

/** Opens a database of any version to look at it. */
export function openAsItIs(file: string, readOnly = false): DatabaseSync {
  if (!existsSync(file)) {
    throw new OperatorError(
      `There is no database at ${file}. Start the server once, or run "tracio migrate"; ` +
        'or set TRACIO_DATA_DIR to the folder that has one.',
    )
  }
  return new DatabaseSync(file, { readOnly })
}
