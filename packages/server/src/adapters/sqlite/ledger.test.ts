import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { EpochMs, RequestId, VisitorId } from '@tracio/contract'
import { expect, it } from 'vitest'
import { amendContract } from '../../../test/amend-contract.ts'
import { aWorkspace, otherWorkspace } from '../../../test/directory-contract.ts'
import { forgetContract } from '../../../test/forget-contract.ts'
import { ledgerContract } from '../../../test/ledger-contract.ts'
import { anEntry, create, KEY, token } from '../../../test/ledger-entries.ts'
import type { Ledger } from '../../ports/ledger.ts'
import { createSecretBox } from '../secret-box.ts'
import { openDatabase } from './database.ts'
import { createSqliteDirectory } from './directory.ts'
import { createSqliteLedger } from './ledger.ts'

async function withWorkspaces(file = ':memory:'): Promise<DatabaseSync> {
  const db = openDatabase({ file, synchronous: 'normal' })
  const directory = createSqliteDirectory(db, createSecretBox(Buffer.alloc(32)))
  if ((await directory.workspaces()).length > 0) return db
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  await directory.addWorkspace(otherWorkspace, 'other', 0 as EpochMs)
  return db
}

const open = async (): Promise<Ledger> => createSqliteLedger(await withWorkspaces())

ledgerContract('sqlite', open)
amendContract('sqlite', open)
forgetContract('sqlite', open)

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'tracio-ledger-')), 'tracio.sqlite')

it('leaves no trace of an erased visitor in its files', async () => {
  const file = newFile()
  const ledger = createSqliteLedger(await withWorkspaces(file))
  await ledger.append(anEntry('1_a', { change: create('visitorNamedAda0', KEY), token: token(1) }))
  const bytes = (): string => [file, `${file}-wal`].map((name) => readFileSync(name, 'latin1')).join('')
  expect(bytes()).toContain('visitorNamedAda0')
  await ledger.eraseVisitor(aWorkspace, 'visitorNamedAda0' as VisitorId)
  expect(bytes()).not.toContain('visitorNamedAda0')
  await ledger.close()
})

it('finishes at its next start what a dying process had begun to erase', async () => {
  const file = newFile()
  const db = await withWorkspaces(file)
  const before = createSqliteLedger(db)
  await before.append(anEntry('1_a', { change: create('ada') }))
  db.exec('INSERT INTO erasures SELECT number FROM visitors; DELETE FROM visitors')
  await before.close()
  const again = await withWorkspaces(file)
  const after = createSqliteLedger(again)
  await after.append(anEntry('1_b', { change: create('bob') }))
  expect(again.prepare('SELECT request_id FROM events').all()).toEqual([{ request_id: '1_b' }])
  await after.close()
})

/** Somebody who reads from the log, and so keeps it from being emptied. */
function startReading(file: string): DatabaseSync {
  const reader = openDatabase({ file, synchronous: 'normal' })
  reader.exec('BEGIN; SELECT * FROM events')
  return reader
}

const erasuresIn = (db: DatabaseSync): unknown => db.prepare('SELECT count(*) AS n FROM erasures').get()?.['n']

it('reports an erasure that cannot be finished, works on, and finishes it when the reader has left', async () => {
  const file = newFile()
  const db = await withWorkspaces(file)
  const before = createSqliteLedger(db)
  await before.append(anEntry('1_a', { change: create('ada') }))
  db.exec('INSERT INTO erasures SELECT number FROM visitors; DELETE FROM visitors')
  const reader = startReading(file)
  const reported: unknown[] = []
  const after = createSqliteLedger(db, { report: (error) => reported.push(error), emptyLogMaxMs: 100 })
  await expect.poll(() => reported).toEqual([expect.objectContaining({ message: expect.stringContaining('log') })])
  expect(await after.append(anEntry('1_b', { change: create('bob') }))).toBe('stored')
  expect(erasuresIn(db)).toBe(1)
  reader.close()
  await expect.poll(() => erasuresIn(db), { timeout: 5000 }).toBe(0)
  await after.close()
})

it('resolves an erasure only when no trace is left, however long somebody reads', async () => {
  const file = newFile()
  const db = await withWorkspaces(file)
  const ledger = createSqliteLedger(db)
  await ledger.append(anEntry('1_a', { change: create('visitorNamedAda0') }))
  const reader = startReading(file)
  let erased = false
  const erasure = ledger.eraseVisitor(aWorkspace, 'visitorNamedAda0' as VisitorId).then(() => {
    erased = true
  })
  expect(await ledger.append(anEntry('1_b', { change: create('bob') }))).toBe('stored')
  await pause(300)
  expect([erased, erasuresIn(db)]).toEqual([false, 1])
  reader.close()
  await erasure
  const bytes = [file, `${file}-wal`].map((name) => readFileSync(name, 'latin1')).join('')
  expect(bytes).not.toContain('visitorNamedAda0')
  await ledger.close()
})

it('rejects an erasure for which somebody read too long; the visitor is unknown all the same', async () => {
  const file = newFile()
  const db = await withWorkspaces(file)
  const ledger = createSqliteLedger(db, { emptyLogMaxMs: 100 })
  await ledger.append(anEntry('1_a', { change: create('ada') }))
  const reader = startReading(file)
  await expect(ledger.eraseVisitor(aWorkspace, 'ada' as VisitorId)).rejects.toThrow('log')
  expect(await ledger.event(aWorkspace, '1_a' as RequestId)).toBeUndefined()
  await ledger.close()
  reader.close()
  const again = await withWorkspaces(file)
  const after = createSqliteLedger(again)
  await expect.poll(() => erasuresIn(again)).toBe(0)
  await after.close()
})

it('closes only after what is under way is stored', async () => {
  const file = newFile()
  const ledger = createSqliteLedger(await withWorkspaces(file))
  const appends = Array.from({ length: 200 }, (_, i) => ledger.append(anEntry(`1_${i}`, { change: create(`v${i}`) })))
  await ledger.close()
  expect(await Promise.all(appends)).toEqual(Array(200).fill('stored'))
})
