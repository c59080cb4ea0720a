import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EpochMs } from '@tracio/contract'
import { aWorkspace, otherWorkspace } from '../../../test/directory-contract.ts'
import type { SearchedStore } from '../../../test/each-store.ts'
import { eventSearchContract } from '../../../test/event-search-contract.ts'
import { networkSearchContract } from '../../../test/network-search-contract.ts'
import { serializedSearchContract } from '../../../test/serialized-search-contract.ts'
import { createSecretBox } from '../secret-box.ts'
import { openDatabase } from './database.ts'
import { createSqliteDirectory } from './directory.ts'
import { createSqliteEventSearch } from './event-search.ts'
import { createSqliteLedger } from './ledger.ts'

/** Longer than any machine needs for a handful of events. */
const LIMIT_MS = 10_000

async function open(): Promise<SearchedStore> {
  const file = join(mkdtempSync(join(tmpdir(), 'tracio-search-')), 'tracio.sqlite')
  const db = openDatabase({ file, synchronous: 'normal' })
  const directory = createSqliteDirectory(db, createSecretBox(Buffer.alloc(32)))
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  await directory.addWorkspace(otherWorkspace, 'other', 0 as EpochMs)
  const report = (error: unknown): never => {
    throw error
  }
  return { ledger: createSqliteLedger(db), search: createSqliteEventSearch({ file, limitMs: LIMIT_MS, report }) }
}

eventSearchContract('sqlite', open)
networkSearchContract('sqlite', open)
serializedSearchContract('sqlite', open)
