import { DatabaseSync } from 'node:sqlite'
import type { VisitorId } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace } from '../../../test/directory-contract.ts'
import type { EventFilter, EventQuery } from '../../ports/event-search.ts'
import { WITHIN_LIMIT } from './bounded-reader.ts'
import { compileSearch } from './compile-search.ts'
import { migrate } from './database.ts'

const db = new DatabaseSync(':memory:')
migrate(db)
db.function(WITHIN_LIMIT, { varargs: true }, () => 1)

/** How SQLite goes about a search, without the parts that every search has. */
function planOf(part: Partial<EventQuery>): string[] {
  const { sql, values } = compileSearch(aWorkspace, { filter: {}, order: 'newest', limit: 20, ...part })
  return db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => String(detail).replace('COVERING ', ''))
    .filter(
      (detail) =>
        !/^(?:CO-ROUTINE|SCALAR SUBQUERY|SCAN p|SEARCH b|SEARCH workspaces|SEARCH visitors|MERGE|LEFT|RIGHT)/.test(
          detail,
        ),
    )
}

const RANGE = 'at>? AND at<?'
const at = { from: 1, to: 2 } as EventFilter

it.each<[string, EventFilter, string]>([
  ['the newest', {}, `events_by_time (workspace=? AND ${RANGE})`],
  ['a range of time', at, `events_by_time (workspace=? AND ${RANGE})`],
  ['a browser and a system', { browser: 'Chrome', os: 'Linux' }, `events_by_time (workspace=? AND ${RANGE})`],
  ['humans', { botResult: 'human' }, `events_by_time (workspace=? AND ${RANGE})`],
  ['a visitor', { visitorId: 'ada' as VisitorId }, `events_by_visitor (visitor=? AND ${RANGE})`],
  [
    'a visitor’s visits under an account',
    { visitorId: 'ada' as VisitorId, linkedId: 'a' },
    `events_by_visitor (visitor=? AND ${RANGE})`,
  ],
  ['an account', { linkedId: 'a' }, `events_by_linked_id (workspace=? AND linked_id=? AND ${RANGE})`],
  ['an address', { ip: '192.0.2.1' }, `events_by_ip (workspace=? AND ip=? AND ${RANGE})`],
  ['a tag in a range of time', { tag: 'login', ...at }, `events_by_tag (workspace=? AND tag=? AND ${RANGE})`],
  ['a network', { asn: 64500 }, `events_by_time (workspace=? AND ${RANGE})`],
  [
    'a country in a range of time',
    { country: 'CZ', ...at },
    `events_by_country (workspace=? AND country=? AND ${RANGE})`,
  ],
  ['bots', { botResult: 'bot' }, `events_by_bot (workspace=? AND bot_result=? AND ${RANGE})`],
  ['bots under a tag', { botResult: 'bot', tag: 'login' }, `events_by_bot (workspace=? AND bot_result=? AND ${RANGE})`],
  ['high risk in a week', { riskLevel: 'high', ...at }, `events_by_risk (workspace=? AND risk_level=? AND ${RANGE})`],
  ['the highest scores', { minRiskScore: 81 }, `events_by_risk (workspace=? AND risk_level=? AND ${RANGE})`],
  ['denials', { action: 'deny' }, `events_by_action (workspace=? AND action=? AND ${RANGE})`],
  ['replays', { session: 'replayed' }, `events_by_session_state (workspace=? AND session_state=? AND ${RANGE})`],
  ['VPNs', { vpn: true }, `events_by_network (workspace=? AND ${RANGE})`],
  ['relays from a country', { relay: true, vpn: false, country: 'CZ' }, `events_by_network (workspace=? AND ${RANGE})`],
  ['who came without a VPN', { vpn: false }, `events_by_time (workspace=? AND ${RANGE})`],
  ['tests', { environment: 'test' }, `events_of_tests (workspace=? AND ${RANGE})`],
])('finds %s along one index, in its order', (_name, filter, index) => {
  for (const order of ['newest', 'oldest'] as const) {
    expect(planOf({ filter, order })).toEqual([`SEARCH e USING INDEX ${index}`])
    expect(planOf({ filter, order, after: { at: 1, number: 1 } })).toEqual([`SEARCH e USING INDEX ${index}`])
  }
})

it('finds scores of several levels along one index each, and sorts nothing', () => {
  const step = `SEARCH e USING INDEX events_by_risk (workspace=? AND risk_level=? AND ${RANGE})`
  expect(planOf({ filter: { minRiskScore: 31 } })).toEqual([step, step, step])
  expect(planOf({ filter: { minRiskScore: 61, tag: 'login' }, order: 'oldest' })).toEqual([step, step])
})

it('finds the events of a device by those who have it, and sorts only these', () => {
  expect(planOf({ filter: { deviceHash: '11'.repeat(16) } })).toEqual([
    'SEARCH k USING PRIMARY KEY (workspace=? AND key=?)',
    `SEARCH e USING INDEX events_by_visitor (visitor=? AND ${RANGE})`,
    'USE TEMP B-TREE FOR ORDER BY',
    `SEARCH e USING INDEX events_by_untrusted_device (workspace=? AND device_hash=? AND ${RANGE})`,
  ])
})

it('makes SQL of its own texts alone, and binds what a caller sends', () => {
  const filter: EventFilter = {
    tag: "x'; DROP TABLE events; --",
    ip: "' OR 1",
    browser: '"',
    visitorId: '`' as VisitorId,
  }
  const { sql, values } = compileSearch(aWorkspace, { filter, order: 'newest', limit: 20 })
  expect(sql).not.toMatch(/DROP|OR 1|["`;]/)
  expect(values).toEqual(expect.arrayContaining(Object.values(filter)))
})
