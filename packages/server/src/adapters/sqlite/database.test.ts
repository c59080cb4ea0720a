import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inTransaction, openDatabase } from './database.ts'
import { migrations } from './migrations.ts'

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'tracio-db-')), 'data', 'tracio.sqlite')
const open = (file: string) => openDatabase({ file, synchronous: 'normal' })

it('makes the folder and the schema, and changes nothing when opened again', () => {
  const file = newFile()
  open(file).close()
  const db = open(file)
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
  db.close()
})

it('lets nobody but the owner read the database', () => {
  const file = newFile()
  open(file).close()
  expect(statSync(file).mode & 0o077).toBe(0)
})

it('refuses a database that a newer program wrote', () => {
  const file = newFile()
  const db = open(file)
  db.exec('PRAGMA user_version = 999')
  db.close()
  expect(() => open(file)).toThrow('newer than this program')
})

it('keeps nothing of a transaction that fails', () => {
  const db = open(':memory:')
  const failing = () =>
    inTransaction(db, () => {
      db.exec("INSERT INTO workspaces (id, name, created_at) VALUES ('a', 'a', 0)")
      throw new Error('halfway')
    })
  expect(failing).toThrow('halfway')
  expect(db.prepare('SELECT count(*) AS n FROM workspaces').get()).toEqual({ n: 0 })
})

it('tells of a schema that it has brought up to date, and of none that was', () => {
  const file = newFile()
  const told: number[][] = []
  const migrated = (from: number, to: number): void => void told.push([from, to])
  openDatabase({ file, synchronous: 'normal', migrated }).close()
  openDatabase({ file, synchronous: 'normal', migrated }).close()
  expect(told).toEqual([[0, migrations.length]])
})

it('names a full disk, and works on when there is room again', () => {
  const db = open(':memory:')
  const fill = (): void => {
    inTransaction(db, () => {
      db.prepare('INSERT INTO workspaces (id, name, created_at) VALUES (?, ?, 0)').run('a', 'x'.repeat(1_000_000))
    })
  }
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count'])
  db.exec(`PRAGMA max_page_count = ${pages}`)
  expect(fill).toThrow(expect.objectContaining({ name: 'StorageFailure', trouble: 'full' }))
  expect(db.isTransaction).toBe(false)
  db.exec('PRAGMA max_page_count = 4294967294')
  fill()
  expect(db.prepare('SELECT count(*) AS n FROM workspaces').get()).toEqual({ n: 1 })
})

it('says what went wrong also when the failure has ended the transaction by itself', () => {
  const db = open(':memory:')
  const failing = () =>
    inTransaction(db, () => {
      db.exec('ROLLBACK')
      throw new Error('the first cause')
    })
  expect(failing).toThrow('the first cause')
})
