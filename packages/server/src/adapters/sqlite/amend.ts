import type { DatabaseSync } from 'node:sqlite'
import { type RequestId, storedEvent } from '@tracio/contract'
import type { Amended, Amendment } from '../../ports/ledger.ts'
import { checkAmendment } from '../check-amendment.ts'
import { prepareDailyRecount } from './daily-counts.ts'
import { eventColumnNames, eventColumnValues } from './event-columns.ts'

/** Writes one amendment inside a transaction that the caller holds. Checks first, so that a refusal has written nothing. */
export type AmendEntry = (
  workspace: number,
  requestId: RequestId,
  expectedRevision: number,
  amendment: Amendment,
) => Amended

/** Prepares the statements of an amendment once. */
export function prepareAmend(db: DatabaseSync): AmendEntry {
  // The events of a visitor who is being erased are gone from the first moment on, also those that still have rows.
  const find = db.prepare(
    `SELECT e.number, b.event FROM events e JOIN event_bodies b ON b.number = e.number
     WHERE e.request_id = ? AND e.workspace = ?
       AND (e.visitor IS NULL OR EXISTS (SELECT 1 FROM visitors v WHERE v.number = e.visitor))`,
  )
  const keep = db.prepare(
    `INSERT INTO event_revisions (number, revision, event, replaced_at)
     SELECT number, ?, event, ? FROM event_bodies WHERE number = ?`,
  )
  const replace = db.prepare('UPDATE event_bodies SET event = ? WHERE number = ?')
  const index = db.prepare(`UPDATE events SET (${eventColumnNames.join(', ')}) =
    (${eventColumnNames.map(() => '?').join(', ')}) WHERE number = ?`)
  const addLate = db.prepare(
    'INSERT INTO late_bodies (number, body_hash, observations, encoding, readings) VALUES (?, ?, ?, ?, ?)',
  )
  const recount = prepareDailyRecount(db)

  return (workspace, requestId, expectedRevision, { event, replacedAt, late }) => {
    const row = find.get(requestId, workspace)
    if (row === undefined) return 'missing'
    const before = storedEvent(String(row['event']))
    if (before.revision !== expectedRevision) return 'moved'
    checkAmendment(before, event)
    const number = Number(row['number'])
    keep.run(before.revision, replacedAt, number)
    replace.run(JSON.stringify(event), number)
    index.run(...eventColumnValues(event), number)
    if (late) addLate.run(number, late.bodyHash, late.observations, late.readings.encoding, late.readings.bytes)
    recount(workspace, before, event)
    return 'amended'
  }
}
