import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { directoryContract } from '../../../test/directory-contract.ts'
import { createSecretBox } from '../secret-box.ts'
import { openDatabase } from './database.ts'
import { createSqliteDirectory } from './directory.ts'

const open = () => openDatabase({ file: ':memory:', synchronous: 'normal' })
const box = createSecretBox(Buffer.alloc(32, 1))

directoryContract('sqlite', async () => createSqliteDirectory(open(), box))

it('keeps no session secret readable in the database', async () => {
  const db = open()
  await createSqliteDirectory(db, box).addSessionSecret(Buffer.alloc(32, 65), 0 as EpochMs, 0 as EpochMs)
  const row = db.prepare('SELECT sealed FROM session_secrets').get()
  expect(Buffer.from(row?.['sealed'] as Uint8Array).includes('AAAA')).toBe(false)
})
