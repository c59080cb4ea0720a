import { afterEach, beforeEach } from 'vitest'
import type { EventSearch } from '../src/ports/event-search.ts'
import type { Ledger } from '../src/ports/ledger.ts'

/** A store to search, with the ledger that fills it, over a directory that has both test workspaces. */
export interface SearchedStore {
  readonly ledger: Ledger
  readonly search: EventSearch
}

/** Opens a store before each test of the suite that calls this, and closes it afterwards. It changes from test to test. */
export function eachStore(open: () => Promise<SearchedStore>): SearchedStore {
  let opened: SearchedStore | undefined
  const store = (): SearchedStore => {
    if (!opened) throw new Error('A store is open within tests only.')
    return opened
  }
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(async () => {
    await opened?.search.close()
    await opened?.ledger.close()
    opened = undefined
  })
  return {
    get ledger() {
      return store().ledger
    },
    get search() {
      return store().search
    },
  }
}
