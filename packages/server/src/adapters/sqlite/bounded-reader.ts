import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite'

/** One statement of a read. Every row that it visits must pass `within_limit(column)`, or nothing can stop it. */
export interface Read {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

/** The rows of one statement, by column. */
export type Rows = readonly Readonly<Record<string, SQLOutputValue>>[]

/** The rows of each statement, or that they were too many to visit in time. */
export type ReadOutcome = { readonly rows: readonly Rows[] } | { readonly tooSlow: true }

/** Reads with a time limit that stops a query under way. */
export interface BoundedReader {
  /** Runs all statements on one snapshot. Blocks its thread until they are done or `limitMs` is over. */
  read(reads: readonly Read[], limitMs: number): ReadOutcome
  close(): void
}

/** The name of the SQL function. It is true for as long as there is time, and ends the query when there is none. */
export const WITHIN_LIMIT = 'within_limit'

/** Rows between two looks at the clock: some 30 µs when pages are at hand, 5 ms when the disk is slow. */
const ROWS_PER_LOOK = 64

/**
 * Page cache in KiB, for each reader. Small, because what is read seldom must not push out of memory what appends need
 * always; the system's own cache stands behind it.
 */
const CACHE_KIB = 16 * 1024

/** A reader waits for a lock only while the log is recovered. */
const BUSY_TIMEOUT_MS = 1000

/** Opens a database file for reading only. `node:sqlite` cannot interrupt a query, so the query looks at the clock. */
export function openBoundedReader(file: string): BoundedReader {
  const db = new DatabaseSync(file, { readOnly: true })
  db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA cache_size = -${CACHE_KIB}`)
  let endsAt = 0
  let visited = 0
  let isOver = false
  // With a column as its argument and not deterministic, SQLite may neither call it once for all nor leave it out.
  db.function(WITHIN_LIMIT, { varargs: true, deterministic: false }, () => {
    visited += 1
    if (visited % ROWS_PER_LOOK === 0 && performance.now() > endsAt) {
      isOver = true
      throw new Error('The time for this query is over.')
    }
    return 1
  })
  return {
    read(reads, limitMs) {
      endsAt = performance.now() + limitMs
      isOver = false
      db.exec('BEGIN')
      try {
        return { rows: reads.map(({ sql, values }) => db.prepare(sql).all(...values)) }
      } catch (error) {
        if (isOver) return { tooSlow: true }
        throw error
      } finally {
        db.exec('ROLLBACK')
      }
    },
    close: () => db.close(),
  }
}
