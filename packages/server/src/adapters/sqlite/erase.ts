import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { VisitorId } from '@tracio/contract'
import { inTransaction } from './database.ts'

/** Events erased in one transaction: few enough that appends hardly wait. */
const EVENTS_PER_STEP = 100

/** Erases visitors, in steps that leave room for appends. */
export interface Eraser {
  /** False: there is no such visitor. Rejects when the log could not be emptied in time; it is emptied later all the same. */
  erase(workspace: number, visitorId: VisitorId): Promise<boolean>
  /** Finishes what a process that died had begun. */
  finishPending(): Promise<void>
}

/** How the log is emptied, and how long whoever erases is kept waiting for it. */
export interface EraseOptions {
  /** Resolves when nothing that was committed before the call stands in the log; see `Checkpointer`. */
  readonly emptyLog: () => Promise<void>
  readonly emptyLogMaxMs: number
}

/** Prepares the statements once. Deleted content is overwritten (`secure_delete`) and leaves the log as well. */
export function prepareErase(db: DatabaseSync, { emptyLog, emptyLogMaxMs }: EraseOptions): Eraser {
  const find = db.prepare('SELECT number FROM visitors WHERE workspace = ? AND id = ?')
  const begin = ['cookie_tokens WHERE visitor', 'visitor_keys WHERE visitor', 'visitors WHERE number'].map((rows) =>
    db.prepare(`DELETE FROM ${rows} = ?`),
  )
  const note = db.prepare('INSERT OR IGNORE INTO erasures (visitor) VALUES (?)')
  const done = db.prepare('DELETE FROM erasures WHERE visitor = ?')
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

  async function finish(visitors: readonly number[]): Promise<void> {
    for (const visitor of visitors) while (dropSome(visitor) > 0) await nextTurn()
    // What was erased still stands in the write-ahead log until that is emptied. An erasure is done only then, however
    // long it takes; a process that ends before finishes at its next start.
    const emptied = emptyLog().then(() => {
      for (const visitor of visitors) done.run(visitor)
    })
    await within(emptyLogMaxMs, emptied)
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
      await finish([number])
      return true
    },
    async finishPending() {
      const visitors = pending.all().map((row) => Number(row['visitor']))
      if (visitors.length > 0) await finish(visitors)
    },
  }
}

async function within(maxMs: number, emptied: Promise<void>): Promise<void> {
  const timer = new AbortController()
  const tooLong = pause(maxMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error('The write-ahead log could not be emptied in time after an erasure: somebody reads from it.')
  })
  try {
    await Promise.race([emptied, tooLong])
  } finally {
    timer.abort()
  }
}
