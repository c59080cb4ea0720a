import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { anEntry, create, update } from '../../../test/ledger-entries.ts'
import { networkFlags } from '../../ports/event-search.ts'
import { openDatabase } from './database.ts'
import { migrations } from './migrations.ts'
import { networkBit } from './network-flags.ts'

/** A store as the first version left it, with two events of one visitor. */
function firstVersion(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'tracio-migrations-')), 'tracio.sqlite')
  const db = new DatabaseSync(file)
  db.exec(`${migrations[0]}; PRAGMA user_version = 1`)
  db.exec("INSERT INTO workspaces (number, id, name, created_at) VALUES (1, 'ws_aaaaaaaaaaaaaaaa', 'shop', 0)")
  const addEvent = db.prepare(
    "INSERT INTO events (number, workspace, request_id, visitor, at, session, body_hash) VALUES (?, 1, ?, 1, ?, x'00', x'00')",
  )
  const addBody = db.prepare('INSERT INTO event_bodies (number, event) VALUES (?, ?)')
  const first = anEntry('1_a', { at: 86_400_000, change: create('ada') }).event
  const second = anEntry('1_b', { at: 86_400_001, change: update('ada', 1, 'cookie') }).event
  const events = [
    { ...first, linkedId: 'customer', identification: { ...first.identification, deviceHash: 'ab'.repeat(16) } },
    {
      ...second,
      identification: { ...second.identification, kind: 'cookie', lastSeenAt: first.at },
      bot: { result: 'bot', type: 'webdriver', score: 0.9 },
      network: {
        ...second.network,
        ...Object.fromEntries(
          networkFlags.map((flag, place) => [flag, { status: place % 3 === 0 ? 'detected' : 'clear' }]),
        ),
        relay: { status: 'unknown' },
      },
    },
  ]
  const { network: _since, ...beforeLookups } = events[0] ?? first
  for (const [index, event] of [beforeLookups, ...events.slice(1)].entries()) {
    addEvent.run(index, event.requestId, event.at)
    addBody.run(index, JSON.stringify(event))
  }
  db.close()
  return file
}

it('fills the filters and the daily counts from events of before there were any, and knows that nobody asked where they came from', () => {
  const db = openDatabase({ file: firstVersion(), synchronous: 'normal' })
  const rows = db.prepare(
    'SELECT request_id, ip, linked_id, hex(device_hash) AS hash, match_kind, bot_result FROM events',
  )
  expect(rows.all()).toEqual([
    {
      request_id: '1_a',
      ip: '192.0.2.1',
      linked_id: 'customer',
      hash: 'AB'.repeat(16),
      match_kind: 'new',
      bot_result: 'human',
    },
    { request_id: '1_b', ip: '192.0.2.1', linked_id: null, hash: '', match_kind: 'cookie', bot_result: 'bot' },
  ])
  expect(db.prepare('SELECT DISTINCT asn, country, country_asked, zone_fits FROM events').all()).toEqual([
    { asn: null, country: null, country_asked: 0, zone_fits: null },
  ])
  expect(db.prepare('SELECT network FROM events').all()).toEqual([
    { network: 0 },
    {
      network: networkFlags
        .filter((flag) => flag !== 'relay')
        .reduce((bits, flag) => bits | networkBit(flag, networkFlags.indexOf(flag) % 3 === 0), 0),
    },
  ])
  expect(db.prepare('SELECT day, events, visitors, new_visitors, bots FROM daily_counts').all()).toEqual([
    { day: 1, events: 2, visitors: 1, new_visitors: 1, bots: 1 },
  ])
  db.close()
})
