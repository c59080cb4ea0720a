/** Runs in the visit log's thread: reads slim columns, page by page, the newest first. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { EpochMs, VisitorId, WorkspaceId } from '@tracio/contract'
import type { Visit } from '../../ports/counters.ts'
import type { VisitLogOrder } from './visit-log.ts'

/** Few enough that who counts them keeps the event loop for one or two milliseconds. */
const PAGE = 200

// `visit-log.ts` sends these.
const { file, highest, since, until } = workerData as VisitLogOrder

const db = new DatabaseSync(file, { readOnly: true })
const page = db.prepare(
  `SELECT e.number, w.id AS workspace, e.environment, e.session_state, v.id AS visitor, e.at, e.ip, e.linked_id, e.tag,
     e.device_hash, e.country, e.country_asked, e.zone_fits
   FROM events e JOIN workspaces w ON w.number = e.workspace LEFT JOIN visitors v ON v.number = e.visitor
   WHERE e.number <= ? ORDER BY e.number DESC LIMIT ${PAGE}`,
)
let next = highest

/** The next page with visits of the wanted time; empty: there is none. */
function read(): readonly Visit[] {
  for (;;) {
    const rows = page.all(next)
    next = Number(rows.at(-1)?.['number'] ?? 0) - 1
    // Times are nearly in order: a page that is too old throughout is followed by nothing younger.
    if (!rows.some((row) => Number(row['at']) >= since)) return []
    const visits = rows.map(visitOf).filter(({ at }) => at >= since && at < until)
    if (visits.length > 0) return visits
  }
}

type Row = Record<string, unknown>

/** Columns of a STRICT table hold what their declaration says; the brands say what the columns are for. */
function visitOf(row: Row): Visit {
  const hash = row['device_hash']
  return {
    workspaceId: String(row['workspace']) as WorkspaceId,
    environment: row['environment'] === 'test' ? 'test' : 'live',
    at: Number(row['at']) as EpochMs,
    trusted: row['session_state'] === 'fresh',
    visitorId: textOrNull(row['visitor']) as VisitorId | null,
    ip: String(row['ip']),
    linkedId: textOrNull(row['linked_id']),
    tag: textOrNull(row['tag']),
    deviceHash: hash instanceof Uint8Array ? Buffer.from(hash).toString('hex') : null,
    country: textOrNull(row['country']),
    countryAsked: row['country_asked'] === 1,
    zoneFits: row['zone_fits'] === null ? null : row['zone_fits'] === 1,
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

parentPort?.on('message', () => parentPort?.postMessage(read()))
