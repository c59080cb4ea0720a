import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace, directoryContract } from '../../../test/directory-contract.ts'
import { createSecretBox } from '../secret-box.ts'
import { openDatabase } from './database.ts'
import { createSqliteDirectory } from './directory.ts'

const open = () => openDatabase({ file: ':memory:', synchronous: 'normal' })
const box = createSecretBox(Buffer.alloc(32, 1))

directoryContract('sqlite', async () => createSqliteDirectory(open(), box))

it('keeps no secret for linked ids readable in the database', async () => {
  const db = open()
  const directory = createSqliteDirectory(db, box)
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  const secret = await directory.lidSecret(aWorkspace)
  const row = db.prepare('SELECT lid_secret FROM workspaces').get()
  expect(Buffer.from(row?.['lid_secret'] as Uint8Array).includes(secret)).toBe(false)
})

it('keeps no session secret readable in the database', async () => {
  const db = open()
  await createSqliteDirectory(db, box).addSessionSecret(Buffer.alloc(32, 65), 0 as EpochMs, 0 as EpochMs)
  const row = db.prepare('SELECT sealed FROM session_secrets').get()
  expect(Buffer.from(row?.['sealed'] as Uint8Array).includes('AAAA')).toBe(false)
})
