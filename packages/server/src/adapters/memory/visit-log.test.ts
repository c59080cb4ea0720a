import type { EpochMs } from '@tracio/contract'
import { aWorkspace, otherWorkspace } from '../../../test/directory-contract.ts'
import { visitLogContract } from '../../../test/visit-log-contract.ts'
import { createMemoryDirectory } from './directory.ts'
import { createMemoryLedger } from './ledger.ts'
import { createMemoryStore } from './store.ts'
import { createMemoryVisitLog } from './visit-log.ts'

visitLogContract('memory', async () => {
  const directory = createMemoryDirectory()
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  await directory.addWorkspace(otherWorkspace, 'other', 0 as EpochMs)
  const store = createMemoryStore()
  return { ledger: createMemoryLedger(directory, store), log: createMemoryVisitLog(store.entries) }
})
