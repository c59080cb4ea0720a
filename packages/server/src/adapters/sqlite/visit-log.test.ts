import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace, otherWorkspace } from '../../../test/directory-contract.ts'
import { anEntry, create } from '../../../test/ledger-entries.ts'
import { pagesOf, visitLogContract } from '../../../test/visit-log-contract.ts'
import { createSecretBox } from '../secret-box.ts'
import { openDatabase } from './database.ts'
import { createSqliteDirectory } from './directory.ts'
import { createSqliteLedger } from './ledger.ts'
import { createSqliteVisitLog } from './visit-log.ts'

async function open() {
  const file = join(mkdtempSync(join(tmpdir(), 'tracio-visit-log-')), 'tracio.sqlite')
  const db = openDatabase({ file, synchronous: 'normal' })
  const directory = createSqliteDirectory(db, createSecretBox(Buffer.alloc(32)))
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  await directory.addWorkspace(otherWorkspace, 'other', 0 as EpochMs)
  return { db, ledger: createSqliteLedger(db), log: createSqliteVisitLog(db, file) }
}

visitLogContract('sqlite', open)

it('says when it cannot read, rather than that there was nothing', async () => {
  const { db, ledger } = await open()
  await ledger.append(anEntry('1_a', { change: create('ada') }))
  const elsewhere = createSqliteVisitLog(db, join(tmpdir(), 'tracio-no-such-folder', 'tracio.sqlite'))
  await expect(pagesOf(elsewhere.readBack(0 as EpochMs, 9 as EpochMs))).rejects.toThrow()
  await ledger.close()
})
