import type { EpochMs } from '@tracio/contract'
import { amendContract } from '../../../test/amend-contract.ts'
import { aWorkspace, otherWorkspace } from '../../../test/directory-contract.ts'
import { forgetContract } from '../../../test/forget-contract.ts'
import { ledgerContract } from '../../../test/ledger-contract.ts'
import type { Ledger } from '../../ports/ledger.ts'
import { createMemoryDirectory } from './directory.ts'
import { createMemoryLedger } from './ledger.ts'

async function open(): Promise<Ledger> {
  const directory = createMemoryDirectory()
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  await directory.addWorkspace(otherWorkspace, 'other', 0 as EpochMs)
  return createMemoryLedger(directory)
}

ledgerContract('memory', open)
amendContract('memory', open)
forgetContract('memory', open)
