import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { VisitorId } from '@tracio/contract'
import { BUSY_TIMEOUT_MS, inTransaction } from './database.ts'

/** Events erased in one transaction: few enough that appends hardly wait. */
const EVENTS_PER_STEP = 100

/** How long an erasure waits for readers of the log: longer than any search may run. */
const LOG_WAIT_MS = 65_000

/** From one look to the next, longer each time: a look writes what the log holds, which takes the disk a while. */
const LOOKS_AT_MS = [50, 100, 200, 400, 800] as const

/** Erases visitors, in steps that leave room for appends. */
export interface Eraser {
  /** False: there is no such visitor. */
  erase(workspace: number, visitorId: VisitorId): Promise<boolean>
  /** Finishes what a process that died had begun. */
  finishPending(): Promise<void>
}

/** Prepares the statements once. Deleted content is overwritten (`secure_delete`) and leaves the log as well. */
export function prepareErase(db: DatabaseSync, logWaitMs = LOG_WAIT_MS): Eraser {
  const find = db.prepare('SELECT number FROM visitors WHERE workspace = ? AND id = ?')
  const begin = ['cookie_tokens WHERE visitor', 'visitor_keys WHERE visitor', 'visitors WHERE number'].map((rows) =>
    db.prepare(`DELETE FROM ${rows} = ?`),
  )
  const note = db.prepare('INSERT OR IGNORE INTO erasures (visitor) VALUES (?)')
  const done = db.prepare('DELETE FROM erasures WHERE visitor = ?')
  const emptyLog = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)')
  const pending = db.prepare('SELECT visitor FROM erasures')
  const some = db.prepare(`SELECT number FROM events WHERE visitor = ? LIMIT ${EVENTS_PER_STEP}`)
  const drop = [
    'event_revisions WHERE number',
    'late_bodies WHERE number',
    'event_bodies WHERE number',
    'events WHERE number',
  ].map((rows) => db.prepare(`DELETE FROM ${rows} = ?`))

  function dropSome(visitor: number): number {
    return inTransaction(db, () => {
      const rows = some.all(visitor)
      for (const row of rows) for (const statement of drop) statement.run(Number(row['number']))
      return rows.length
    })
  }

  async function dropAll(visitor: number): Promise<void> {
    while (dropSome(visitor) > 0) await nextTurn()
    // What was erased still stands in the write-ahead log until that is emptied.
    const endsAt = performance.now() + logWaitMs
    for (let look = 0; !logIsEmptied(); look++) {
      if (performance.now() >= endsAt) throw new Error('The write-ahead log could not be emptied after an erasure.')
      await pause(LOOKS_AT_MS[look] ?? LOOKS_AT_MS.at(-1))
    }
    done.run(visitor)
  }

  /** False while somebody reads the log. SQLite would wait for them with the whole thread, appends and all. */
  function logIsEmptied(): boolean {
    db.exec('PRAGMA busy_timeout = 0')
    try {
      return emptyLog.get()?.['busy'] === 0
    } finally {
      db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
    }
  }

  return {
    async erase(workspace, visitorId) {
      const row = find.get(workspace, visitorId)
      if (row === undefined) return false
      const number = Number(row['number'])
      inTransaction(db, () => {
        for (const statement of begin) statement.run(number)
        note.run(number)
      })
      await dropAll(number)
      return true
    },
    async finishPending() {
      for (const row of pending.all()) await dropAll(Number(row['visitor']))
    },
  }
}
