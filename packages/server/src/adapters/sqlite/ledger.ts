import type { DatabaseSync } from 'node:sqlite'
import { type EpochMs, storedEvent, type TracioEvent, type VisitorId, type WorkspaceId } from '@tracio/contract'
import { FROZEN_HOLDERS_MAX, type KnownVisitor } from '@tracio/engine'
import { DISPUTE_GRACE_MS, type LateBody, type Ledger } from '../../ports/ledger.ts'
import { prepareAmend } from './amend.ts'
import { prepareAppend } from './append.ts'
import { emptyLog } from './empty-log.ts'
import { prepareErase } from './erase.ts'
import { prepareForget } from './forget.ts'
import { createGroupCommit } from './group-commit.ts'

/** Settings of the embedded ledger. */
export interface SqliteLedgerOptions {
  /** Gets the milliseconds and the size of each group commit. */
  readonly meter?: (ms: number, size: number) => void
  /** Gets what goes wrong where nobody waits: an erasure that an earlier process began. It is tried at each start. */
  readonly report?: (error: unknown) => void
  /** Empties the write-ahead log after an erasure; see `Checkpointer`. Left out: on the ledger's own connection. */
  readonly emptyLog?: () => Promise<void>
  /** How long an erasure waits for that before it rejects, in milliseconds. */
  readonly emptyLogMaxMs?: number
}

/** Longer than any search may read, shorter than callers of an API wait. Chosen by hand, November 2026. */
const EMPTY_LOG_MAX_MS = 10_000

const VISITOR = 'v.id, v.revision, v.first_seen_at, v.last_seen_at, v.visits'

/** The ledger on the embedded database. Closes the connection when it is closed. */
export function createSqliteLedger(
  db: DatabaseSync,
  { meter, report, emptyLogMaxMs = EMPTY_LOG_MAX_MS, ...options }: SqliteLedgerOptions = {},
): Ledger {
  const closing = new AbortController()
  const group = createGroupCommit(db, meter)
  const write = prepareAppend(db)
  const amend = prepareAmend(db)
  const forget = prepareForget(db)
  const eraser = prepareErase(db, {
    emptyLog: options.emptyLog ?? (() => emptyLog(db, closing.signal)),
    emptyLogMaxMs,
  })
  const workspaceNumber = db.prepare('SELECT number FROM workspaces WHERE id = ?')
  const numbers = new Map<WorkspaceId, number>()
  const ONE = 'WHERE e.request_id = ? AND e.workspace = ?'
  const BODY = `FROM events e JOIN event_bodies b ON b.number = e.number ${ONE}`
  const event = db.prepare(`SELECT b.event ${BODY}`)
  const readings = db.prepare(`SELECT b.encoding, b.readings ${BODY} AND b.readings IS NOT NULL`)
  const observations = db.prepare(`SELECT b.observations ${BODY} AND b.observations IS NOT NULL`)
  const late = db.prepare(
    `SELECT l.body_hash, l.observations, l.encoding, l.readings FROM events e JOIN late_bodies l ON l.number = e.number ${ONE}
     AND l.readings IS NOT NULL AND l.observations IS NOT NULL`,
  )
  const revisions = db.prepare(
    `SELECT r.event, r.replaced_at FROM events e JOIN event_revisions r ON r.number = e.number ${ONE} ORDER BY r.revision`,
  )
  const sent = db.prepare(
    `SELECT e.body_hash, l.body_hash AS late_hash, b.event
     FROM events e JOIN event_bodies b ON b.number = e.number LEFT JOIN late_bodies l ON l.number = e.number
     WHERE e.session = ? ORDER BY e.number`,
  )
  const owner = db.prepare(
    `SELECT ${VISITOR}, t.by_signals AND EXISTS (
       SELECT 1 FROM cookie_tokens o
       WHERE o.visitor = t.visitor AND (o.given_at < t.given_at OR NOT o.by_signals)
         AND o.seen_at >= t.given_at + ${DISPUTE_GRACE_MS}
     ) AS disputed
     FROM cookie_tokens t JOIN visitors v ON v.number = t.visitor WHERE t.workspace = ? AND t.hash = ?`,
  )
  // A literal limit: a bound one makes SQLite prepare the statement anew at every call, seven times the cost.
  const holders = db.prepare(
    `SELECT ${VISITOR} FROM visitor_keys k JOIN visitors v ON v.number = k.visitor
     WHERE k.workspace = ? AND k.key = ? ORDER BY k.visitor DESC LIMIT ${FROZEN_HOLDERS_MAX}`,
  )

  /** Undefined for an unknown workspace: then there is nothing to find. */
  function numberOf(id: WorkspaceId): number | undefined {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const row = workspaceNumber.get(id)
    if (row === undefined) return
    numbers.set(id, Number(row['number']))
    return Number(row['number'])
  }

  const erasing = eraser.finishPending().catch((error: unknown) => report?.(error))

  return {
    append(entry) {
      const workspace = numberOf(entry.event.workspaceId)
      if (workspace === undefined) return Promise.reject(new Error('An event of an unknown workspace was appended.'))
      return group.run(() => write(workspace, entry))
    },
    async amend(id, requestId, expectedRevision, amendment) {
      const workspace = numberOf(id)
      if (workspace === undefined) return 'missing'
      return group.run(() => amend(workspace, requestId, expectedRevision, amendment))
    },
    async event(workspace, requestId) {
      const row = event.get(requestId, numberOf(workspace) ?? null)
      return row && readEvent(row['event'])
    },
    async readings(workspace, requestId) {
      const row = readings.get(requestId, numberOf(workspace) ?? null)
      return row && { encoding: Number(row['encoding']), bytes: row['readings'] as Uint8Array }
    },
    async observations(workspace, requestId) {
      const row = observations.get(requestId, numberOf(workspace) ?? null)
      return row && String(row['observations'])
    },
    async lateBody(workspace, requestId) {
      const row = late.get(requestId, numberOf(workspace) ?? null)
      return row && readLateBody(row)
    },
    async revisions(workspace, requestId) {
      return revisions.all(requestId, numberOf(workspace) ?? null).map((row) => ({
        event: readEvent(row['event']),
        replacedAt: Number(row['replaced_at']) as EpochMs,
      }))
    },
    async sentBefore(session) {
      return sent.all(session).map((row) => ({
        bodyHash: row['body_hash'] as Uint8Array,
        lateHash: row['late_hash'] as Uint8Array | null,
        event: readEvent(row['event']),
      }))
    },
    async cookieOwner(workspace, tokenHash) {
      const row = owner.get(numberOf(workspace) ?? null, tokenHash)
      return row && { ...readVisitor(row), disputed: row['disputed'] === 1 }
    },
    async holders(workspace, frozenKey) {
      return holders.all(numberOf(workspace) ?? null, Buffer.from(frozenKey, 'hex')).map(readVisitor)
    },
    async eraseVisitor(workspace, visitorId) {
      const number = numberOf(workspace)
      return number === undefined ? false : eraser.erase(number, visitorId)
    },
    async forget(cutoffs) {
      return forget(cutoffs)
    },
    async close() {
      await group.idle()
      closing.abort()
      await erasing
      db.close()
    },
  }
}

type Row = Record<string, unknown>

const readEvent = (text: unknown): TracioEvent => storedEvent(String(text))

/** Columns of a STRICT table hold what their declaration says. */
const readLateBody = (row: Row): LateBody => ({
  bodyHash: row['body_hash'] as Uint8Array,
  observations: String(row['observations']),
  readings: { encoding: Number(row['encoding']), bytes: row['readings'] as Uint8Array },
})

/** As above; the brands say what the columns are for. */
const readVisitor = (row: Row): KnownVisitor => ({
  visitorId: String(row['id']) as VisitorId,
  revision: Number(row['revision']),
  firstSeenAt: Number(row['first_seen_at']) as EpochMs,
  lastSeenAt: Number(row['last_seen_at']) as EpochMs,
  visits: Number(row['visits']),
})
