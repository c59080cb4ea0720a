import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VisitorId } from '@tracio/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorkspace } from '../../../test/directory-contract.ts'
import type { EventFilter } from '../../ports/event-search.ts'
import { type BoundedReader, openBoundedReader, type Read } from './bounded-reader.ts'
import { compileSearch } from './compile-search.ts'
import { openDatabase } from './database.ts'
import { visitorReads } from './event-search.ts'

/** More than any machine can walk through in the time that these tests give. */
const EVENTS = 300_000
const LIMIT_MS = 10
/** The whole walk takes 50 to 200 ms; a stop is due at 10, and at 20 at the latest. A busy machine gets some more, and further tries. */
const STOPPED_WITHIN_MS = 40
const TRIES_MAX = 10

const file = join(mkdtempSync(join(tmpdir(), 'tracio-bounded-')), 'tracio.sqlite')
let reader: BoundedReader
beforeAll(() => {
  const db = openDatabase({ file, synchronous: 'normal' })
  // One visitor, address, account, device, verdict and moment have every event.
  db.exec(`
    INSERT INTO workspaces (id, name, created_at) VALUES ('${aWorkspace}', 'shop', 0);
    INSERT INTO visitors (workspace, id, revision, first_seen_at, last_seen_at, visits) VALUES (1, 'ada', 1, 0, 0, 1);
    INSERT INTO visitor_keys VALUES (1, x'11', 1);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${EVENTS})
    INSERT INTO events (workspace, request_id, visitor, at, session, body_hash, ip, linked_id, tag, device_hash,
      bot_result, risk_score, risk_level, action, environment, session_state)
    SELECT 1, '1_' || i, 1, 7, x'', x'', '192.0.2.1', 'user_1', 'login', x'11', 'bot', 90, 'critical', 'deny',
      'test', CASE WHEN i % 2 THEN 'replayed' ELSE 'fresh' END
    FROM n;
  `)
  db.close()
  reader = openBoundedReader(file)
})
afterAll(() => reader.close())

const nowhere = { browser: 'Lynx' } as const
const search = (filter: EventFilter): readonly Read[] => [
  compileSearch(aWorkspace, { filter, order: 'newest', limit: 20 }),
]

const pathological: [string, readonly Read[]][] = [
  ['that no event matches, by time', search(nowhere)],
  ['that no event matches, by visitor', search({ ...nowhere, visitorId: 'ada' as VisitorId })],
  ['that no event matches, by account', search({ ...nowhere, linkedId: 'user_1' })],
  ['that no event matches, by address', search({ ...nowhere, ip: '192.0.2.1' })],
  ['that no event matches, by tag', search({ ...nowhere, tag: 'login' })],
  ['that no event matches, by verdict', search({ ...nowhere, botResult: 'bot' })],
  ['that no event matches, by level of risk', search({ ...nowhere, riskLevel: 'critical' })],
  ['that no event matches, by score', search({ ...nowhere, minRiskScore: 31 })],
  ['that no event matches, by action', search({ ...nowhere, action: 'deny' })],
  ['that no event matches, by environment', search({ ...nowhere, environment: 'test' })],
  ['that no event matches, by session', search({ ...nowhere, session: 'replayed' })],
  ['that no event matches, by device', search({ ...nowhere, deviceHash: '11' })],
  ['that counts the events of a visitor', visitorReads(aWorkspace, 'ada' as VisitorId)],
]

describe('stops a query', () => {
  it.each(pathological)('%s', (_name, reads) => {
    let soonestMs = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < TRIES_MAX && soonestMs > STOPPED_WITHIN_MS; tries++) {
      const startedAt = performance.now()
      expect(reader.read(reads, LIMIT_MS)).toEqual({ tooSlow: true })
      soonestMs = Math.min(soonestMs, performance.now() - startedAt)
    }
    expect(soonestMs).toBeLessThan(STOPPED_WITHIN_MS)
  })

  it('also while it skips the events of the millisecond at which the page before ended', () => {
    const after = { at: 7, number: 1 }
    const read = compileSearch(aWorkspace, { filter: {}, order: 'newest', limit: 20, after })
    expect(reader.read([read], LIMIT_MS)).toEqual({ tooSlow: true })
  })
})

it('reads on after one was stopped, and gives the next its whole time', () => {
  expect(reader.read(search(nowhere), LIMIT_MS)).toEqual({ tooSlow: true })
  expect(reader.read(search(nowhere), 60_000)).toEqual({ rows: [[]] })
})

it('tells a mistake from a lack of time', () => {
  expect(() => reader.read([{ sql: 'SELECT nonsense', values: [] }], LIMIT_MS)).toThrow('no such column')
  expect(() => reader.read([{ sql: 'DELETE FROM events', values: [] }], LIMIT_MS)).toThrow('readonly')
  expect(reader.read([{ sql: 'SELECT 1 AS one', values: [] }], LIMIT_MS)).toEqual({ rows: [[{ one: 1 }]] })
})
