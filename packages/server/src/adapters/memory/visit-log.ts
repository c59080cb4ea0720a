import type { LedgerEntry } from '../../ports/ledger.ts'
import type { VisitLog } from '../../ports/visit-log.ts'
import { visitOf } from '../../velocity/visit-of.ts'

/** The visits of a ledger in memory, by its entries. */
export const createMemoryVisitLog = (
  entries: ReadonlyMap<string, Pick<LedgerEntry, 'event' | 'address'>>,
): VisitLog => ({
  readBack(since, until) {
    const visits = [...entries.values()].map(visitOf).reverse()
    const page = visits.filter(({ at }) => at >= since && at < until)
    return (async function* () {
      if (page.length > 0) yield page
    })()
  },
})
