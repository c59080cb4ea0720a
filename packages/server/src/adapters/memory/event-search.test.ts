import type { EpochMs } from '@tracio/contract'
import { aWorkspace, otherWorkspace } from '../../../test/directory-contract.ts'
import type { SearchedStore } from '../../../test/each-store.ts'
import { eventSearchContract } from '../../../test/event-search-contract.ts'
import { networkSearchContract } from '../../../test/network-search-contract.ts'
import { serializedSearchContract } from '../../../test/serialized-search-contract.ts'
import { createMemoryDirectory } from './directory.ts'
import { createMemoryEventSearch } from './event-search.ts'
import { createMemoryLedger } from './ledger.ts'
import { createMemoryStore } from './store.ts'

async function open(): Promise<SearchedStore> {
  const directory = createMemoryDirectory()
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  await directory.addWorkspace(otherWorkspace, 'other', 0 as EpochMs)
  const store = createMemoryStore()
  return { ledger: createMemoryLedger(directory, store), search: createMemoryEventSearch(store) }
}

eventSearchContract('memory', open)
networkSearchContract('memory', open)
serializedSearchContract('memory', open)
