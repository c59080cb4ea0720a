import type { DatabaseSync } from 'node:sqlite'
import { FROZEN_HOLDERS_MAX } from '@tracio/engine'
import { type Appended, DISPUTE_GRACE_MS, type LedgerEntry } from '../../ports/ledger.ts'
import { addressColumnNames, addressColumnValues } from './address-columns.ts'
import { prepareDailyCounts } from './daily-counts.ts'
import { eventColumnNames, eventColumnValues } from './event-columns.ts'

/** Writes one entry inside a transaction that the caller holds. Checks first, so that `moved` has written nothing. */
export type WriteEntry = (workspace: number, entry: LedgerEntry) => Appended

/** Prepares the statements of an append once. */
export function prepareAppend(db: DatabaseSync): WriteEntry {
  const holders = db.prepare(
    `SELECT count(*) AS held FROM (SELECT 1 FROM visitor_keys WHERE workspace = ? AND key = ? LIMIT ${FROZEN_HOLDERS_MAX})`,
  )
  const addVisitor = db.prepare(
    'INSERT INTO visitors (workspace, id, revision, first_seen_at, last_seen_at, visits) VALUES (?, ?, 1, ?, ?, 1)',
  )
  const moveVisitor = db.prepare(
    `UPDATE visitors SET revision = revision + 1, last_seen_at = max(last_seen_at, ?), visits = visits + 1
     WHERE workspace = ? AND id = ? AND revision = ? RETURNING number`,
  )
  const visitorNumber = db.prepare('SELECT number FROM visitors WHERE workspace = ? AND id = ?')
  const addKey = db.prepare('INSERT OR IGNORE INTO visitor_keys (workspace, key, visitor) VALUES (?, ?, ?)')
  // Sightings matter only while a younger cookie of the same visitor is about; else the page is spared the write.
  const seeToken = db.prepare(
    `UPDATE cookie_tokens SET seen_at = max(seen_at, ?) WHERE workspace = ? AND hash = ? AND visitor = ? AND EXISTS (
       SELECT 1 FROM cookie_tokens o
       WHERE o.visitor = cookie_tokens.visitor AND o.given_at + ${DISPUTE_GRACE_MS} >= cookie_tokens.seen_at
         AND o.by_signals AND o.hash <> cookie_tokens.hash
     )`,
  )
  const giveToken = db.prepare(
    `INSERT INTO cookie_tokens (workspace, hash, visitor, by_signals, given_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (workspace, hash) DO UPDATE SET visitor = excluded.visitor, by_signals = excluded.by_signals,
       given_at = excluded.given_at, seen_at = excluded.seen_at`,
  )
  const columns = ['workspace', 'request_id', 'visitor', 'at', 'session', 'body_hash']
  const names = [...columns, ...eventColumnNames, ...addressColumnNames]
  const addEvent = db.prepare(`INSERT INTO events (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  const countDay = prepareDailyCounts(db)
  const addBody = db.prepare(
    'INSERT INTO event_bodies (number, event, observations, encoding, readings) VALUES (?, ?, ?, ?, ?)',
  )

  /** The visitor's number after the change; null for nobody; undefined when somebody was faster. */
  function changeVisitor(workspace: number, { event, change, token }: LedgerEntry): number | null | undefined {
    const { at } = event
    if (change.kind === 'none') {
      const { visitorId } = event.identification
      return visitorId === null ? null : numberOf(visitorNumber.get(workspace, visitorId))
    }
    const key = change.key === null ? null : Buffer.from(change.key, 'hex')
    if (change.kind === 'create') {
      if (
        key !== null &&
        change.expectHolders !== null &&
        holders.get(workspace, key)?.['held'] !== change.expectHolders
      )
        return
      const number = Number(addVisitor.run(workspace, change.visitorId, at, at).lastInsertRowid)
      if (key !== null) addKey.run(workspace, key, number)
      if (token !== null) giveToken.run(workspace, token.hash, number, 0, at, at)
      return number
    }
    const number = numberOf(moveVisitor.get(at, workspace, change.visitorId, change.expectRevision))
    if (number === undefined) return
    if (key !== null) addKey.run(workspace, key, number)
    if (token !== null && change.via === 'cookie') seeToken.run(at, workspace, token.hash, number)
    if (token !== null && change.via === 'frozen') giveToken.run(workspace, token.hash, number, 1, at, at)
    return number
  }

  return (workspace, entry) => {
    const visitor = changeVisitor(workspace, entry)
    if (visitor === undefined) return 'moved'
    const { event, address, sent, readings, observations } = entry
    const { lastInsertRowid: number } = addEvent.run(
      workspace,
      event.requestId,
      visitor,
      event.at,
      sent.session,
      sent.bodyHash,
      ...eventColumnValues(event),
      ...addressColumnValues(address),
    )
    countDay(workspace, event)
    addBody.run(number, JSON.stringify(event), observations, readings.encoding, readings.bytes)
    return 'stored'
  }
}

const numberOf = (row: Record<string, unknown> | undefined): number | undefined =>
  row === undefined ? undefined : Number(row['number'])
