import type { DatabaseSync } from 'node:sqlite'
import type { Cutoffs } from '../../ports/ledger.ts'
import { inTransaction } from './database.ts'

/** Rows changed in one step: a transaction of a few milliseconds, which appends hardly notice. */
const ROWS_PER_STEP = 50

/** Visitors are small, and most of those looked at stay. */
const VISITORS_PER_STEP = 500

/** Forgets some of what is too old, in one transaction; false when a whole round found nothing more. */
export type Forget = (cutoffs: Cutoffs) => boolean

/**
 * Prepares the statements once. Events are numbered as they come, so the oldest are the first; each kind remembers how far
 * it has come, so that nothing is looked at twice. A new process looks from the beginning, in steps.
 */
export function prepareForget(db: DatabaseSync): Forget {
  const next = db.prepare(`SELECT number, at FROM events WHERE number > ? ORDER BY number LIMIT ${ROWS_PER_STEP}`)
  const run = (...statements: readonly string[]): ((number: number) => void) => {
    const prepared = statements.map((statement) => db.prepare(`${statement} = ?`))
    return (number) => {
      for (const statement of prepared) statement.run(number)
    }
  }
  const dropEvent = run(
    'DELETE FROM event_revisions WHERE number',
    'DELETE FROM late_bodies WHERE number',
    'DELETE FROM event_bodies WHERE number',
    'DELETE FROM events WHERE number',
  )
  const kinds = {
    readings: run(
      'UPDATE event_bodies SET readings = NULL, encoding = NULL WHERE number',
      'UPDATE late_bodies SET readings = NULL, encoding = NULL WHERE number',
    ),
    observations: run(
      'UPDATE event_bodies SET observations = NULL WHERE number',
      'UPDATE late_bodies SET observations = NULL WHERE number',
    ),
  }
  const dropVisitor = run(
    'DELETE FROM cookie_tokens WHERE visitor',
    'DELETE FROM visitor_keys WHERE visitor',
    'DELETE FROM visitors WHERE number',
  )
  const nextVisitors = db.prepare(
    `SELECT number, last_seen_at FROM visitors WHERE number > ? ORDER BY number LIMIT ${VISITORS_PER_STEP}`,
  )
  const hasEvents = db.prepare('SELECT 1 FROM events WHERE visitor = ? LIMIT 1')
  const come = { readings: -1, observations: -1, visitors: -1 }

  /** Numbers of the events after one that are too old, up to the first that is not. */
  function oldAfter(number: number, before: number): readonly number[] {
    const rows = next.all(number)
    const kept = rows.findIndex((row) => Number(row['at']) >= before)
    return rows.slice(0, kept === -1 ? rows.length : kept).map((row) => Number(row['number']))
  }

  function dropEvents(before: number): boolean {
    const old = oldAfter(-1, before)
    for (const number of old) dropEvent(number)
    return old.length > 0
  }

  function emptyKind(kind: keyof typeof kinds, before: number): boolean {
    const old = oldAfter(come[kind], before)
    for (const number of old) kinds[kind](number)
    come[kind] = old.at(-1) ?? come[kind]
    return old.length > 0
  }

  /** Visitors are not in the order of their last visit, so a round looks at all of them, some at a time. */
  function dropVisitors(before: number): boolean {
    const visitors = nextVisitors.all(come.visitors)
    for (const row of visitors) {
      const number = Number(row['number'])
      if (Number(row['last_seen_at']) < before && hasEvents.get(number) === undefined) dropVisitor(number)
    }
    const last = visitors.at(-1)
    come.visitors = last === undefined ? -1 : Number(last['number'])
    return last !== undefined
  }

  return ({ events, readings, observations, visitors }) =>
    inTransaction(db, () =>
      [
        events !== null && dropEvents(events),
        readings !== null && emptyKind('readings', readings),
        observations !== null && emptyKind('observations', observations),
        visitors !== null && dropVisitors(visitors),
      ].includes(true),
    )
}
