import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { EpochMs, VisitorId } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace, otherWorkspace } from '../../../test/directory-contract.ts'
import { ledgerContract } from '../../../test/ledger-contract.ts'
import { anEntry, create, KEY, token } from '../../../test/ledger-entries.ts'
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

ledgerContract('sqlite', async () => createSqliteLedger(await withWorkspaces()))

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

it('reports an erasure that cannot be finished, and works on', async () => {
  const file = newFile()
  const db = await withWorkspaces(file)
  const before = createSqliteLedger(db)
  await before.append(anEntry('1_a', { change: create('ada') }))
  db.exec('INSERT INTO erasures SELECT number FROM visitors; DELETE FROM visitors')
  // Somebody who reads keeps the log from being emptied.
  const reader = openDatabase({ file, synchronous: 'normal' })
  reader.exec('BEGIN; SELECT * FROM events')
  const reported: unknown[] = []
  const after = createSqliteLedger(db, { report: (error) => reported.push(error), logWaitMs: 0 })
  await expect.poll(() => reported).toEqual([expect.objectContaining({ message: expect.stringContaining('log') })])
  expect(await after.append(anEntry('1_b', { change: create('bob') }))).toBe('stored')
  reader.close()
  await after.close()
})

it('waits for who reads while it erases, and holds up nobody who appends', async () => {
  const file = newFile()
  const db = await withWorkspaces(file)
  const ledger = createSqliteLedger(db)
  await ledger.append(anEntry('1_a', { change: create('ada') }))
  const reader = openDatabase({ file, synchronous: 'normal' })
  reader.exec('BEGIN; SELECT * FROM events')
  const erased = ledger.eraseVisitor(aWorkspace, 'ada' as VisitorId)
  const startedAt = performance.now()
  expect(await ledger.append(anEntry('1_b', { change: create('bob') }))).toBe('stored')
  expect(performance.now() - startedAt).toBeLessThan(1000)
  reader.close()
  expect(await erased).toBe(true)
  await ledger.close()
})

it('closes only after what is under way is stored', async () => {
  const file = newFile()
  const ledger = createSqliteLedger(await withWorkspaces(file))
  const appends = Array.from({ length: 200 }, (_, i) => ledger.append(anEntry(`1_${i}`, { change: create(`v${i}`) })))
  await ledger.close()
  expect(await Promise.all(appends)).toEqual(Array(200).fill('stored'))
})
