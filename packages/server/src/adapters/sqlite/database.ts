import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations.ts'

/** Another process may hold the write lock for a checkpoint or a migration; nothing of ours holds it longer. */
export const BUSY_TIMEOUT_MS = 5000

/**
 * Size of a page, settled when the file is made. An append changes a few bytes on each of some ten pages and logs them
 * whole: 19 KB for each of four events with pages of 2 KiB, 29 KB with SQLite's usual 4 (measured November 2026). Yet
 * smaller ones would make deep trees.
 */
export const PAGE_BYTES = 2048

/** Page cache in KiB. The hot pages are the right edges of the indexes and the roots of `visitor_keys`. */
const CACHE_KIB = 64 * 1024

/** How an embedded database is opened. */
export interface OpenOptions {
  /** `:memory:` or a file, made with its folder when missing. */
  readonly file: string
  readonly synchronous: 'normal' | 'full'
}

/** Opens the embedded database, sets it up for one writer and many readers, and brings its schema up to date. */
export function openDatabase({ file, synchronous }: OpenOptions): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(file)
  db.exec(`
    PRAGMA page_size = ${PAGE_BYTES};
    PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${synchronous};
    PRAGMA cache_size = -${CACHE_KIB};
    PRAGMA secure_delete = ON;
  `)
  if (file !== ':memory:') chmodSync(file, 0o600)
  migrate(db)
  return db
}

/** Runs the steps that this store has not run yet, each in a transaction of its own. */
export function migrate(db: DatabaseSync): void {
  const version = schemaVersion(db)
  if (version > migrations.length) {
    throw new Error(
      `The database is of schema version ${version}, newer than this program, which knows ${migrations.length}. ` +
        'Start the program that wrote it, or restore a backup.',
    )
  }
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue
    db.exec('BEGIN IMMEDIATE')
    // Two processes may start at once: the second finds the step done when it gets the lock.
    if (schemaVersion(db) <= index) db.exec(`${step}; PRAGMA user_version = ${index + 1}`)
    db.exec('COMMIT')
  }
}

function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
}

/** Runs `work` in one transaction: all of it, or nothing. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
