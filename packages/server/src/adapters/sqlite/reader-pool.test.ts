import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toFlat } from '@tracio/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { anEvent } from '../../../../contract/test/an-event.ts'
import type { Read } from './bounded-reader.ts'
import { openDatabase } from './database.ts'
import { createReaderPool, type ReaderPool, WAITING_MAX } from './reader-pool.ts'

const LIMIT_MS = 200

/** For what must not be refused because a busy machine takes its time to start a thread. */
const PATIENT_MS = 60_000

/** Runs until the limit stops it. */
const endless: Read = {
  sql: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE within_limit(i)) SELECT max(i) FROM n',
  values: [],
}
const one: Read = { sql: 'SELECT 1 AS one', values: [] }
const found = { found: [[{ one: 1 }]] }

/** A row as a search reads it, with an event that has what every form needs. */
const ofAnEvent: Read = { sql: 'SELECT 7 AS at, 1 AS number, ? AS event', values: [JSON.stringify(anEvent)] }
const aPage = { limit: 1, order: 'newest', form: 'flat' } as const

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'tracio-pool-')), 'tracio.sqlite')

let pool: ReaderPool
let reported: unknown[]
const open = (file: string, limitMs = LIMIT_MS): ReaderPool =>
  createReaderPool({ file, limitMs, report: (error) => reported.push(error) })
beforeEach(() => {
  reported = []
  const file = newFile()
  openDatabase({ file, synchronous: 'normal' }).close()
  pool = open(file)
})
afterEach(() => pool.close())

it('leaves the main thread free while it reads', async () => {
  await pool.read([one])
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 5)
  expect(await pool.read([endless])).toEqual({ refused: 'too_slow' })
  clearInterval(timer)
  expect(turns).toBeGreaterThan(10)
})

it('hands a page over that the thread has made', async () => {
  const answer = await pool.readPage(ofAnEvent, aPage)
  if ('refused' in answer) throw new Error(answer.refused)
  const { events, ...rest } = answer.found
  expect(JSON.parse(new TextDecoder().decode(events))).toEqual([toFlat(anEvent)])
  expect(rest).toEqual({ lastAt: anEvent.at, next: null })
})

it('stops and refuses a page like a read', async () => {
  const slow = [pool.readPage(endless, aPage), pool.readPage(endless, aPage)]
  const waiting = Array.from({ length: WAITING_MAX }, () => pool.read([one]))
  expect(await pool.readPage(ofAnEvent, aPage)).toEqual({ refused: 'busy' })
  expect(await Promise.all(slow)).toEqual([{ refused: 'too_slow' }, { refused: 'too_slow' }])
  await Promise.all(waiting)
})

it('answers others while one is slow', async () => {
  await Promise.all([pool.read([one]), pool.read([one])])
  const slow = pool.read([endless])
  expect(await Promise.race([slow, pool.read([one])])).toEqual(found)
  await slow
})

it('refuses whom it would keep waiting too long, and whoever comes when the queue is full', async () => {
  const slow = [pool.read([endless]), pool.read([endless])]
  const waiting = Array.from({ length: WAITING_MAX }, () => pool.read([one]))
  expect(await pool.read([one])).toEqual({ refused: 'busy' })
  const answers = await Promise.all(waiting)
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toContain(JSON.stringify({ refused: 'busy' }))
  expect(await Promise.all(slow)).toEqual([{ refused: 'too_slow' }, { refused: 'too_slow' }])
  expect(await pool.read([one])).toEqual(found)
})

it('rejects a read that its thread dies of, reports it, and reads on in a new one', async () => {
  await expect(pool.read([{ sql: 'SELECT nonsense', values: [] }])).rejects.toThrow('died')
  expect(reported).toEqual([expect.objectContaining({ message: expect.stringContaining('nonsense') })])
  expect(await pool.read([one])).toEqual(found)
})

it('rejects every read of a store that cannot be opened, and opens it when it can', async () => {
  const file = newFile()
  const early = open(file, PATIENT_MS)
  const reads = await Promise.allSettled([early.read([one]), early.read([one]), early.read([one])])
  expect(reads.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  openDatabase({ file, synchronous: 'normal' }).close()
  expect(await early.read([one])).toEqual(found)
  await early.close()
})

it('closes when what runs is done, and refuses what waits and what comes', async () => {
  const running = [pool.read([endless]), pool.read([endless])]
  const waiting = pool.read([one])
  const closed = pool.close()
  expect(await waiting).toEqual({ refused: 'busy' })
  expect(await pool.read([one])).toEqual({ refused: 'busy' })
  await closed
  expect(await Promise.all(running)).toEqual([{ refused: 'too_slow' }, { refused: 'too_slow' }])
})
