import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type Checkpointer, startCheckpointer } from './checkpointer.ts'
import { openDatabase, PAGE_BYTES } from './database.ts'

/** The thread looks every second and is started again after one; slow disks get some more. */
const SOON = { timeout: 10_000, interval: 50 }
const TEST_MAX_MS = 20_000

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'tracio-checkpoint-')), 'data', 'tracio.sqlite')

/** A database that never moves its log by itself, as `main.ts` opens it. */
function openWithoutCheckpoints(file: string): DatabaseSync {
  const db = openDatabase({ file, synchronous: 'normal' })
  db.exec('PRAGMA wal_autocheckpoint = 0')
  return db
}

const write = (db: DatabaseSync, name: string): unknown =>
  db.prepare('INSERT INTO workspaces (id, name, created_at) VALUES (?, ?, 0)').run(name, name)
const holds = (file: string, name: string): boolean => readFileSync(file, 'latin1').includes(name)

function start(file: string): Checkpointer & { readonly reported: unknown[] } {
  const reported: unknown[] = []
  return { ...startCheckpointer(file, (error) => reported.push(error)), reported }
}

it('moves what was written into the database, again and again, and reports nothing', {
  timeout: TEST_MAX_MS,
}, async () => {
  const file = newFile()
  const db = openWithoutCheckpoints(file)
  write(db, 'ws_first')
  expect(holds(file, 'ws_first')).toBe(false)
  const checkpointer = start(file)
  await expect.poll(() => holds(file, 'ws_first'), SOON).toBe(true)
  write(db, 'ws_second')
  await expect.poll(() => holds(file, 'ws_second'), SOON).toBe(true)
  await checkpointer.close()
  expect(checkpointer.reported).toEqual([])
  db.close()
})

it('makes the log start over under a load that never pauses', { timeout: TEST_MAX_MS }, async () => {
  const file = newFile()
  const db = openWithoutCheckpoints(file)
  db.exec('CREATE TABLE t (x BLOB)')
  const insert = db.prepare('INSERT INTO t VALUES (?)')
  const reported: unknown[] = []
  const checkpointer = startCheckpointer(file, (error) => reported.push(error), { everyMs: 20, cutFromPages: 500 })
  // Each insert writes two pages at least, so without a start the log would reach 32,000.
  for (let i = 0; i < 16_000; i++) {
    insert.run(Buffer.alloc(3000))
    if (i % 20 === 0) await pause(1)
  }
  expect(statSync(`${file}-wal`).size / PAGE_BYTES).toBeLessThan(16_000)
  await checkpointer.close()
  expect(reported).toEqual([])
  db.close()
})

it('cuts a log that nobody writes to any more, so that the next load finds no old blocks to read first', {
  timeout: TEST_MAX_MS,
}, async () => {
  const file = newFile()
  const db = openWithoutCheckpoints(file)
  db.exec('CREATE TABLE t (x BLOB)')
  db.prepare('INSERT INTO t VALUES (?)').run(Buffer.alloc(3_000_000))
  const bytes = (): number => statSync(`${file}-wal`).size
  expect(bytes()).toBeGreaterThan(3_000_000)
  const checkpointer = start(file)
  await expect.poll(bytes, SOON).toBe(0)
  await checkpointer.close()
  expect(checkpointer.reported).toEqual([])
  db.close()
})

it('lets go of the database when it is closed: the last to leave takes the log away', async () => {
  const file = newFile()
  const db = openWithoutCheckpoints(file)
  const checkpointer = start(file)
  write(db, 'ws_first')
  await checkpointer.close()
  expect(existsSync(`${file}-wal`)).toBe(true)
  db.close()
  expect([existsSync(`${file}-wal`), holds(file, 'ws_first')]).toEqual([false, true])
})

it('reports a failure, starts again, and goes on when it is mended', { timeout: TEST_MAX_MS }, async () => {
  const file = newFile()
  const checkpointer = start(file)
  await expect.poll(() => checkpointer.reported.length, SOON).toBeGreaterThan(0)
  const db = openWithoutCheckpoints(file)
  write(db, 'ws_first')
  await expect.poll(() => holds(file, 'ws_first'), SOON).toBe(true)
  await checkpointer.close()
  db.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
})

it('closes also while it waits to start again', async () => {
  const checkpointer = start(newFile())
  await expect.poll(() => checkpointer.reported.length, SOON).toBe(1)
  await checkpointer.close()
  expect(checkpointer.reported).toEqual([expect.objectContaining({ code: 'ERR_SQLITE_ERROR' })])
})

describe('emptying the log on request', () => {
  const logBytes = (file: string): number => statSync(`${file}-wal`).size

  it('leaves nothing in it of what was committed before', { timeout: TEST_MAX_MS }, async () => {
    const file = newFile()
    const db = openWithoutCheckpoints(file)
    const checkpointer = start(file)
    write(db, 'ws_first')
    await checkpointer.emptyLog()
    expect([logBytes(file), holds(file, 'ws_first')]).toEqual([0, true])
    await checkpointer.close()
    db.close()
    expect(checkpointer.reported).toEqual([])
  })

  it('waits for a reader without keeping the writer waiting, for all who wish it', {
    timeout: TEST_MAX_MS,
  }, async () => {
    const file = newFile()
    const db = openWithoutCheckpoints(file)
    write(db, 'ws_first')
    const reader = openDatabase({ file, synchronous: 'normal' })
    reader.exec('BEGIN; SELECT * FROM workspaces')
    const checkpointer = start(file)
    let emptied = 0
    const wishes = [1, 2, 3].map(async () => {
      await checkpointer.emptyLog()
      emptied += 1
    })
    let longestMs = 0
    for (let i = 0; i < 100; i++) {
      const startedAt = performance.now()
      write(db, `ws_${i}`)
      longestMs = Math.max(longestMs, performance.now() - startedAt)
      await pause(10)
    }
    expect(emptied).toBe(0)
    expect(longestMs).toBeLessThan(500)
    reader.close()
    await Promise.all(wishes)
    expect(logBytes(file)).toBe(0)
    await checkpointer.close()
    db.close()
    expect(checkpointer.reported).toEqual([])
  })

  it('is not forgotten when the thread fails and is started again', { timeout: TEST_MAX_MS }, async () => {
    const file = newFile()
    const checkpointer = start(file)
    const wish = checkpointer.emptyLog()
    await expect.poll(() => checkpointer.reported.length, SOON).toBeGreaterThan(0)
    const db = openWithoutCheckpoints(file)
    write(db, 'ws_first')
    await wish
    await checkpointer.close()
    db.close()
  })

  it('is refused when the checkpointer is closed before, or was', async () => {
    const file = newFile()
    const db = openWithoutCheckpoints(file)
    write(db, 'ws_first')
    const reader = openDatabase({ file, synchronous: 'normal' })
    reader.exec('BEGIN; SELECT * FROM workspaces')
    const checkpointer = start(file)
    const wish = checkpointer.emptyLog()
    const refused = expect(wish).rejects.toThrow('closed')
    await pause(200)
    await checkpointer.close()
    await refused
    await expect(checkpointer.emptyLog()).rejects.toThrow('closed')
    reader.close()
    db.close()
  })
})

it('reports a failure that lasts only now and then', { timeout: TEST_MAX_MS }, async () => {
  const checkpointer = start(newFile())
  // Time for at least two starts that fail alike.
  await pause(2500)
  await checkpointer.close()
  expect(checkpointer.reported).toHaveLength(1)
})
