import { existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { EpochMs, TracioEvent, WorkspaceId } from '@tracio/contract'
import { createMemoryLedger } from '../../packages/server/src/adapters/memory/ledger.ts'
import { createMemoryStore } from '../../packages/server/src/adapters/memory/store.ts'
import { createSecretBox } from '../../packages/server/src/adapters/secret-box.ts'
import { addressColumnNames, addressColumnValues } from '../../packages/server/src/adapters/sqlite/address-columns.ts'
import { openDatabase } from '../../packages/server/src/adapters/sqlite/database.ts'
import { createSqliteDirectory } from '../../packages/server/src/adapters/sqlite/directory.ts'
import { eventColumnNames, eventColumnValues } from '../../packages/server/src/adapters/sqlite/event-columns.ts'
import { migrations } from '../../packages/server/src/adapters/sqlite/migrations.ts'
import { hashApiSecret } from '../../packages/server/src/auth/api-secret.ts'
import { ingest } from '../../packages/server/src/ingest.ts'
import type { LedgerEntry } from '../../packages/server/src/ports/ledger.ts'
import { arrival, frontDesk } from '../../packages/server/test/front-desk.ts'
import { aMachine, payloadOf, USER_AGENT } from '../ingest/machines.ts'
import { createRandom } from '../ingest/random.ts'
import {
  API_SECRET,
  deviceHash,
  drawEvents,
  END_AT,
  type Population,
  PUBLIC_KEY,
  SEED,
  visitorId,
  WORKSPACES,
  workspaceOf,
} from './population.ts'

/** Beside what is stored of an event: its rows, keys and indexes, and pages that are not full (measured November 2026). */
const ROW_BYTES = 1200
const PAGE_SHARE = 1.1

/** Events of one transaction. */
const BATCH = 50_000

/** A store that is ready to be served. */
export interface BuiltStore {
  readonly dataDir: string
  readonly file: string
  /** It was there from an earlier run. */
  readonly isReused: boolean
}

/** How a store is built. */
export interface StoreOptions {
  /** Also where one is there from an earlier run. */
  readonly isFresh?: boolean
  readonly root?: string
  /** Told how far it is. */
  readonly said?: (text: string) => void
}

/** Builds the store of a population in a folder of the system's, unless it is there from an earlier run. */
export async function builtStore(
  population: Population,
  { isFresh = false, root = tmpdir(), said = () => undefined }: StoreOptions = {},
): Promise<BuiltStore> {
  const dataDir = join(root, `tracio-bench-search-${SEED}-v${migrations.length}-${population.events}`)
  const file = join(dataDir, 'tracio.sqlite')
  const mark = join(dataDir, 'built')
  const isReused = !isFresh && existsSync(mark)
  if (!isReused) {
    rmSync(dataDir, { recursive: true, force: true })
    mkdirSync(dataDir, { recursive: true })
    const base = await baseEntry()
    checkRoom(dataDir, population, base)
    await build(file, population, base, said)
    writeFileSync(mark, '')
  }
  dropLater(file, population)
  return { dataDir, file, isReused }
}

/** Refuses what the disk has no room for, before hours are spent. */
function checkRoom(dataDir: string, { events }: Population, { event, observations, readings }: LedgerEntry): void {
  const stored = JSON.stringify(event).length + observations.length + readings.bytes.length
  const needed = events * (PAGE_SHARE * stored + ROW_BYTES)
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize >= needed) return
  rmSync(dataDir, { recursive: true })
  const [wanted, free] = [needed, bavail * bsize].map((bytes) => Math.round(bytes / 1e9))
  throw new Error(`${events} events need some ${wanted} GB; ${dirname(dataDir)} has ${free} GB free.`)
}

/** The size of a store on the disk. */
export const bytesOf = ({ file }: BuiltStore): number => statSync(file).size

/** Takes away what an earlier run has added, so that every run finds the same. */
function dropLater(file: string, { events, visitors }: Population): void {
  const db = openDatabase({ file, synchronous: 'normal' })
  db.exec(`
    PRAGMA secure_delete = OFF;
    BEGIN;
    DELETE FROM events WHERE number > ${events};
    DELETE FROM event_bodies WHERE number > ${events};
    DELETE FROM visitor_keys WHERE visitor > ${visitors};
    DELETE FROM cookie_tokens WHERE visitor > ${visitors};
    DELETE FROM visitors WHERE number > ${visitors};
    DELETE FROM daily_counts WHERE day > ${Math.floor(END_AT / 86_400_000)};
    DELETE FROM session_secrets;
    COMMIT;
  `)
  db.close()
}

/** One entry that the real pipeline made of what a real browser sent: the others are made after it. */
async function baseEntry(): Promise<LedgerEntry> {
  const desk = await frontDesk()
  const store = createMemoryStore()
  const ledger = createMemoryLedger(desk.directory, store)
  const random = createRandom(SEED)
  const received = await arrival(desk, payloadOf(aMachine(random), random), { userAgent: USER_AGENT })
  await ingest(received, { ...desk.deps, ledger })
  const [entry] = store.entries.values()
  const { readings, observations } = entry ?? {}
  if (!entry || !readings || observations === undefined) throw new Error('The pipeline stored nothing.')
  return { ...entry, readings, observations }
}

async function build(
  file: string,
  population: Population,
  base: LedgerEntry,
  said: (text: string) => void,
): Promise<void> {
  const db = openDatabase({ file, synchronous: 'normal' })
  await addWorkspaces(db)
  const indexes = db
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('events', 'visitors', 'visitor_keys', 'cookie_tokens')",
    )
    .all()
  // Indexes are quicker made at the end, and nothing of this has to survive a crash.
  for (const { name } of indexes) db.exec(`DROP INDEX ${String(name)}`)
  db.exec(
    'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA temp_store = MEMORY',
  )
  addVisitors(db, population)
  for (const stored of addEvents(db, population, base)) said(`${stored} of ${population.events} events stored`)
  said('making indexes')
  for (const { sql } of indexes) db.exec(String(sql))
  db.exec(`
    INSERT INTO daily_counts SELECT workspace, at / 86400000, environment, count(*), count(DISTINCT visitor),
      sum(match_kind = 'new'), sum(bot_result = 'bot'), sum(bot_result = 'uncertain'), sum(action = 'challenge'),
      sum(action = 'review'), sum(action = 'deny'), sum(session_state = 'replayed'), sum(session_state = 'expired')
    FROM events GROUP BY 1, 2, 3;
    PRAGMA journal_mode = WAL;
  `)
  db.close()
}

async function addWorkspaces(db: DatabaseSync): Promise<void> {
  const directory = createSqliteDirectory(db, createSecretBox(Buffer.alloc(32)))
  const at = 0 as EpochMs
  for (const id of WORKSPACES) await directory.addWorkspace(id as WorkspaceId, id, at)
  const workspaceId = WORKSPACES[0] as WorkspaceId
  const key = { key: PUBLIC_KEY, workspaceId, name: 'bench', environment: 'live', answerLevel: 'verdict' } as const
  await directory.addPublicKey({ ...key, origins: [], privacyControl: 'report' }, at)
  const scopes = ['events', 'signals', 'admin'] as const
  await directory.addApiSecret(hashApiSecret(API_SECRET), { workspaceId, name: 'bench', scopes }, at)
}

function addVisitors(db: DatabaseSync, { visitors }: Population): void {
  const random = createRandom(SEED)
  const addVisitor = db.prepare('INSERT INTO visitors VALUES (?, ?, ?, 1, ?, ?, 1)')
  const addKey = db.prepare('INSERT INTO visitor_keys VALUES (?, ?, ?)')
  const addToken = db.prepare('INSERT INTO cookie_tokens VALUES (?, ?, ?, 0, ?, ?)')
  db.exec('BEGIN')
  for (let visitor = 0; visitor < visitors; visitor++) {
    const [number, workspace] = [visitor + 1, workspaceOf(visitor) + 1]
    addVisitor.run(number, workspace, visitorId(visitor), END_AT, END_AT)
    addKey.run(workspace, Buffer.from(deviceHash(visitor), 'hex'), number)
    addToken.run(workspace, Buffer.from(random.hex(40), 'hex'), number, END_AT, END_AT)
  }
  db.exec('COMMIT')
}

/** Gives after each transaction how many events there are. */
function* addEvents(
  db: DatabaseSync,
  population: Population,
  { event: base, observations, readings }: LedgerEntry,
): Generator<number> {
  const random = createRandom(SEED + 1)
  const names = [
    'number',
    'workspace',
    'request_id',
    'visitor',
    'at',
    'session',
    'body_hash',
    ...eventColumnNames,
    ...addressColumnNames,
  ]
  const addEvent = db.prepare(`INSERT INTO events (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  const addBody = db.prepare('INSERT INTO event_bodies VALUES (?, ?, ?, ?, ?)')
  const workspaceNumber = (event: TracioEvent): number => (event.workspaceId === WORKSPACES[1] ? 2 : 1)
  let number = 0
  db.exec('BEGIN')
  for (const { event, address, visitor } of drawEvents(population, base)) {
    number += 1
    const session = Buffer.from(random.hex(40), 'hex')
    const who = visitor === null ? null : visitor + 1
    addEvent.run(
      number,
      workspaceNumber(event),
      event.requestId,
      who,
      event.at,
      session,
      session.subarray(4),
      ...eventColumnValues(event),
      ...addressColumnValues(address),
    )
    addBody.run(number, JSON.stringify(event), observations, readings.encoding, readings.bytes)
    if (number % BATCH !== 0) continue
    db.exec('COMMIT; BEGIN')
    yield number
  }
  db.exec('COMMIT')
}
