import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { emptyLog } from './empty-log.ts'

let file: string
let db: DatabaseSync
let reader: DatabaseSync
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'tracio-empty-log-')), 'tracio.sqlite')
  db = openDatabase({ file, synchronous: 'normal' })
  db.exec('PRAGMA wal_autocheckpoint = 0')
  reader = openDatabase({ file, synchronous: 'normal' })
})
afterEach(() => {
  reader.close()
  db.close()
})

const logBytes = (): number => statSync(`${file}-wal`).size
const write = (name: string): unknown =>
  db.prepare('INSERT INTO workspaces (id, name, created_at) VALUES (?, ?, 0)').run(name, name)
const read = (): void => reader.exec('BEGIN; SELECT * FROM workspaces')

it('moves everything into the database, and leaves the log empty', async () => {
  write('ws_first')
  expect(logBytes()).toBeGreaterThan(0)
  await emptyLog(db)
  expect([logBytes(), readFileSync(file, 'latin1').includes('ws_first')]).toEqual([0, true])
})

describe('while somebody reads from the log', () => {
  it.each([
    ['what is the newest', () => undefined],
    ['an older state', () => write('ws_newer')],
  ])('%s: waits without keeping the writer waiting, and is done when they leave', async (_name, goOn) => {
    write('ws_first')
    read()
    goOn()
    let emptied = false
    const done = emptyLog(db).then(() => {
      emptied = true
    })
    let longestMs = 0
    for (let i = 0; i < 20; i++) {
      const startedAt = performance.now()
      write(`ws_${i}`)
      await pause(10)
      longestMs = Math.max(longestMs, performance.now() - startedAt - 10)
    }
    expect([emptied, logBytes() > 0]).toEqual([false, true])
    // A try may take its 25 ms; a loaded machine gets some more. It had been five seconds.
    expect(longestMs).toBeLessThan(500)
    reader.exec('COMMIT')
    await done
    expect(logBytes()).toBe(0)
  })

  it('gives up when it is told to, and leaves the connection as patient as it was', async () => {
    write('ws_first')
    read()
    const stop = new AbortController()
    const done = emptyLog(db, stop.signal)
    stop.abort()
    await expect(done).rejects.toThrow('aborted')
    expect(db.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 5000 })
  })
})

it('is done at once with a database in memory, which has no log', async () => {
  const inMemory = openDatabase({ file: ':memory:', synchronous: 'normal' })
  await emptyLog(inMemory)
  expect(inMemory.isOpen).toBe(true)
})
