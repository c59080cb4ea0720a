import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { EpochMs, RequestId, TracioEvent, VisitorId } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace } from '../../../test/directory-contract.ts'
import { anEntry, create } from '../../../test/ledger-entries.ts'
import type { Amendment } from '../../ports/ledger.ts'
import { openDatabase } from './database.ts'
import { createSqliteLedger } from './ledger.ts'

const ID = '1_a' as RequestId
const ada = anEntry(ID, { change: create('ada') })
const secret = 'what-only-the-late-payload-said'

const aBot: TracioEvent = {
  ...ada.event,
  phase: 'late',
  revision: 2,
  bot: { result: 'bot', type: 'webdriver', score: 0.9 },
  score: { suspectScore: 25, riskScore: 81, parts: [] },
  decision: { riskLevel: 'critical', action: 'deny', monitor: false },
}

const amendment: Amendment = {
  event: aBot,
  replacedAt: 500 as EpochMs,
  late: {
    bodyHash: Buffer.alloc(16, 9),
    readings: { encoding: 0, bytes: Buffer.from(secret) },
    observations: `{"seen":"${secret}"}`,
  },
}

function withWorkspace(file = ':memory:'): DatabaseSync {
  const db = openDatabase({ file, synchronous: 'normal' })
  db.prepare('INSERT INTO workspaces (id, name, created_at) VALUES (?, ?, 0)').run(aWorkspace, 'shop')
  return db
}

it('moves the columns that searches go by, and the counts of the day', async () => {
  const db = withWorkspace()
  const ledger = createSqliteLedger(db)
  await ledger.append(ada)
  await ledger.amend(aWorkspace, ID, 1, amendment)
  expect(
    db.prepare('SELECT revision, bot_result, bot_type, risk_score, risk_level, action, ip FROM events').all(),
  ).toEqual([
    {
      revision: 2,
      bot_result: 'bot',
      bot_type: 'webdriver',
      risk_score: 81,
      risk_level: 'critical',
      action: 'deny',
      ip: '192.0.2.1',
    },
  ])
  expect(db.prepare('SELECT events, visitors, new_visitors, bots, denials FROM daily_counts').all()).toEqual([
    { events: 1, visitors: 1, new_visitors: 1, bots: 1, denials: 1 },
  ])
})

it('shares a transaction with the appends of its moment, and sees what they wrote', async () => {
  const sizes: number[] = []
  const ledger = createSqliteLedger(withWorkspace(), { meter: (_ms, size) => sizes.push(size) })
  const outcomes = await Promise.all([
    ledger.append(ada),
    ledger.amend(aWorkspace, ID, 1, amendment),
    ledger.append(anEntry('1_b', { change: create('bob') })),
  ])
  expect(outcomes).toEqual(['stored', 'amended', 'stored'])
  expect(sizes).toEqual([3])
})

it('says missing as soon as the visitor is gone, while rows of the event are still to be erased', async () => {
  const db = withWorkspace()
  const ledger = createSqliteLedger(db)
  await ledger.append(ada)
  db.exec('INSERT INTO erasures SELECT number FROM visitors; DELETE FROM visitors')
  expect(await ledger.amend(aWorkspace, ID, 1, amendment)).toBe('missing')
  expect(db.prepare('SELECT count(*) AS n FROM late_bodies').get()).toEqual({ n: 0 })
})

it('amends an event of nobody, whom no erasure can reach', async () => {
  const ledger = createSqliteLedger(withWorkspace())
  const nobody = anEntry(ID, { change: { kind: 'none' } })
  await ledger.append(nobody)
  expect(await ledger.amend(aWorkspace, ID, 1, { ...amendment, event: { ...nobody.event, revision: 2 } })).toBe(
    'amended',
  )
})

it('leaves no trace of revisions and late payloads in the files of an erased visitor', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tracio-amend-')), 'tracio.sqlite')
  const db = withWorkspace(file)
  const ledger = createSqliteLedger(db)
  await ledger.append({ ...ada, event: { ...ada.event, tag: secret } })
  await ledger.amend(aWorkspace, ID, 1, amendment)
  const bytes = (): string => [file, `${file}-wal`].map((name) => readFileSync(name, 'latin1')).join('')
  expect(bytes().split(secret).length).toBeGreaterThan(2)
  await ledger.eraseVisitor(aWorkspace, 'ada' as VisitorId)
  expect(bytes()).not.toContain(secret)
  for (const table of ['event_revisions', 'late_bodies', 'event_bodies', 'events']) {
    expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 })
  }
  await ledger.close()
})
