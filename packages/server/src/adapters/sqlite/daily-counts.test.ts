import type { EpochMs, TracioEvent } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anEntry, create, update } from '../../../test/ledger-entries.ts'
import { prepareDailyCounts, prepareDailyRecount } from './daily-counts.ts'
import { openDatabase } from './database.ts'

const DAY_MS = 86_400_000

const newcomer = anEntry('1_a', { at: DAY_MS, change: create('ada') }).event
const known = anEntry('1_b', { at: DAY_MS + 1, change: update('ada', 1, 'cookie') }).event
const returning = (lastSeenAt: number): TracioEvent => ({
  ...known,
  identification: { ...known.identification, kind: 'cookie', lastSeenAt: lastSeenAt as EpochMs },
})

function countsAfter(events: readonly TracioEvent[]): unknown[] {
  const db = openDatabase({ file: ':memory:', synchronous: 'normal' })
  const countDay = prepareDailyCounts(db)
  for (const event of events) countDay(1, event)
  return db.prepare('SELECT day, environment, events, visitors, new_visitors, bots, denials FROM daily_counts').all()
}

it('counts a visitor once a day, and every event', () => {
  expect(countsAfter([newcomer, returning(DAY_MS), returning(DAY_MS + 1)])).toEqual([
    { day: 1, environment: 'live', events: 3, visitors: 1, new_visitors: 1, bots: 0, denials: 0 },
  ])
})

it('counts a visitor again who was last seen the day before', () => {
  expect(countsAfter([returning(DAY_MS - 1)])).toMatchObject([{ day: 1, visitors: 1, new_visitors: 0 }])
})

it('keeps test traffic apart, and counts verdicts and actions', () => {
  const bot: TracioEvent = {
    ...newcomer,
    environment: 'test',
    bot: { result: 'bot', type: 'webdriver', score: 0.9 },
    decision: { riskLevel: 'critical', action: 'deny', monitor: false },
  }
  expect(countsAfter([newcomer, bot])).toMatchObject([
    { environment: 'live', events: 1, bots: 0, denials: 0 },
    { environment: 'test', events: 1, bots: 1, denials: 1 },
  ])
})

it('moves an amended event to where it belongs now, in its own day and environment', () => {
  const db = openDatabase({ file: ':memory:', synchronous: 'normal' })
  const countDay = prepareDailyCounts(db)
  for (const event of [newcomer, known, { ...newcomer, environment: 'test' } as const]) countDay(1, event)
  const bot: TracioEvent = {
    ...newcomer,
    bot: { result: 'bot', type: 'webdriver', score: 0.9 },
    decision: { riskLevel: 'critical', action: 'deny', monitor: false },
  }
  const recount = prepareDailyRecount(db)
  const rows = (): unknown[] =>
    db.prepare('SELECT environment, events, visitors, bots, uncertain, denials FROM daily_counts').all()
  const apart = { environment: 'test', events: 1, visitors: 1, bots: 0, uncertain: 0, denials: 0 }
  recount(1, newcomer, bot)
  expect(rows()).toEqual([{ environment: 'live', events: 2, visitors: 2, bots: 1, uncertain: 0, denials: 1 }, apart])
  recount(1, bot, { ...bot, bot: { result: 'uncertain', type: 'unknown', score: 0.5 } })
  expect(rows()).toEqual([{ environment: 'live', events: 2, visitors: 2, bots: 0, uncertain: 1, denials: 1 }, apart])
})
