import type { EpochMs } from '@tracio/contract'
import { aWorkspace, otherWorkspace } from '../../../test/directory-contract.ts'
import { visitLogContract } from '../../../test/visit-log-contract.ts'
import type { LedgerEntry } from '../../ports/ledger.ts'
import { createMemoryDirectory } from './directory.ts'
import { createMemoryLedger } from './ledger.ts'
import { createMemoryVisitLog } from './visit-log.ts'

visitLogContract('memory', async () => {
  const directory = createMemoryDirectory()
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  await directory.addWorkspace(otherWorkspace, 'other', 0 as EpochMs)
  const entries = new Map<string, LedgerEntry>()
  return { ledger: createMemoryLedger(directory, entries), log: createMemoryVisitLog(entries) }
})
