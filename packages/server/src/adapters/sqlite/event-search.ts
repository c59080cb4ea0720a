import { type EpochMs, storedEvent, type VisitorId, type WorkspaceId } from '@tracio/contract'
import {
  type Answered,
  type DayCounts,
  type DayRange,
  type EventSearch,
  LINKED_IDS_FROM_EVENTS,
  LINKED_IDS_MAX,
  type VisitorSummary,
} from '../../ports/event-search.ts'
import { type Read, type Rows, WITHIN_LIMIT } from './bounded-reader.ts'
import { compileSearch } from './compile-search.ts'
import { readPage } from './read-page.ts'
import { createReaderPool } from './reader-pool.ts'

/** How searches run. */
export interface SqliteEventSearchOptions {
  /** A database file; one in memory has no second connection. */
  readonly file: string
  /** How long a search may run before it is stopped. */
  readonly limitMs: number
  /** Gets what ended a search thread. */
  readonly report: (error: unknown) => void
}

/** Searches of the embedded database, in threads of their own. */
export function createSqliteEventSearch({ file, limitMs, report }: SqliteEventSearchOptions): EventSearch {
  const pool = createReaderPool({ file, limitMs, report })
  return {
    async search(workspace, query) {
      return map(await pool.read([compileSearch(workspace, query)]), ([rows = []]) => readPage(rows, query))
    },
    serialized: (workspace, query, form) =>
      pool.readPage(compileSearch(workspace, query), { limit: query.limit, order: query.order, form }),
    async visitor(workspace, visitorId) {
      return map(await pool.read(visitorReads(workspace, visitorId)), readSummary)
    },
    async daily(workspace, range) {
      return map(await pool.read([dailyRead(workspace, range)]), ([rows = []]) => rows.map(readDay))
    },
    close: () => pool.close(),
  }
}

function map<T>(answer: Answered<readonly Rows[]>, read: (found: readonly Rows[]) => T): Answered<T> {
  return 'found' in answer ? { found: read(answer.found) } : answer
}

const VISITOR = 'visitors v WHERE v.workspace = (SELECT number FROM workspaces WHERE id = ?) AND v.id = ?'
const THEIR_EVENTS = `events e INDEXED BY events_by_visitor
  WHERE e.visitor = (SELECT v.number FROM ${VISITOR}) AND ${WITHIN_LIMIT}(e.at)`

const summary = `SELECT v.id, v.first_seen_at, v.last_seen_at, v.visits FROM ${VISITOR}`
const eventCount = `SELECT count(*) AS events FROM ${THEIR_EVENTS}`
const lastEvent = `SELECT b.event FROM (SELECT e.number FROM ${THEIR_EVENTS} ORDER BY e.at DESC, e.number DESC LIMIT 1) p
  CROSS JOIN event_bodies b ON b.number = p.number`
const linkedIds = `SELECT linked_id FROM (
    SELECT e.linked_id, e.at FROM ${THEIR_EVENTS} ORDER BY e.at DESC, e.number DESC LIMIT ${LINKED_IDS_FROM_EVENTS}
  ) WHERE linked_id IS NOT NULL GROUP BY linked_id ORDER BY max(at) DESC, linked_id LIMIT ${LINKED_IDS_MAX}`

/** The statements behind a visitor's summary. */
export const visitorReads = (workspace: WorkspaceId, visitorId: VisitorId): readonly Read[] =>
  [summary, eventCount, lastEvent, linkedIds].map((sql) => ({ sql, values: [workspace, visitorId] }))

function readSummary([found, counted, last, linked]: readonly Rows[]): VisitorSummary | undefined {
  const row = found?.[0]
  if (!row) return
  const event = last?.[0]?.['event']
  return {
    visitorId: String(row['id']) as VisitorId,
    firstSeenAt: Number(row['first_seen_at']) as EpochMs,
    lastSeenAt: Number(row['last_seen_at']) as EpochMs,
    visits: Number(row['visits']),
    events: Number(counted?.[0]?.['events']),
    linkedIds: (linked ?? []).map(({ linked_id }) => String(linked_id)),
    lastEvent: event === undefined ? null : storedEvent(String(event)),
  }
}

/** A row a day and environment: the caller's limit on days is the limit on rows. */
const dailyRead = (workspace: WorkspaceId, { from, to, environment }: DayRange): Read => ({
  sql: `SELECT * FROM daily_counts WHERE workspace = (SELECT number FROM workspaces WHERE id = ?) AND day BETWEEN ? AND ?
    ${environment === undefined ? '' : 'AND environment = ?'} ORDER BY day, environment`,
  values: [workspace, from, to, ...(environment === undefined ? [] : [environment])],
})

/** Columns of a STRICT table hold what their declaration says, and `environment` what an event said. */
const readDay = (row: Rows[number]): DayCounts => ({
  day: Number(row['day']),
  environment: row['environment'] as DayCounts['environment'],
  events: Number(row['events']),
  visitors: Number(row['visitors']),
  newVisitors: Number(row['new_visitors']),
  bots: Number(row['bots']),
  uncertain: Number(row['uncertain']),
  challenges: Number(row['challenges']),
  reviews: Number(row['reviews']),
  denials: Number(row['denials']),
  replayed: Number(row['replayed']),
  expired: Number(row['expired']),
})
