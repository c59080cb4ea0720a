import type { EpochMs } from '@tracio/contract'
import { aWorkspace, otherWorkspace } from '../../../test/directory-contract.ts'
import { ledgerContract } from '../../../test/ledger-contract.ts'
import { createMemoryDirectory } from './directory.ts'
import { createMemoryLedger } from './ledger.ts'

ledgerContract('memory', async () => {
  const directory = createMemoryDirectory()
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  await directory.addWorkspace(otherWorkspace, 'other', 0 as EpochMs)
  return createMemoryLedger(directory)
})
