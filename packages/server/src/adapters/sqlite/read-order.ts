import { serializePage } from '../../search/serialize-page.ts'
import type { BoundedReader } from './bounded-reader.ts'
import { readPage } from './read-page.ts'
import type { OrderOutcome, ReadOrder } from './reader-pool.ts'

/** Does what a thread was told: reads, and makes a page of what was read where that is wanted. */
export function readOrder(reader: BoundedReader, { reads, page }: ReadOrder, limitMs: number): OrderOutcome {
  const outcome = reader.read(reads, limitMs)
  if (page === undefined || 'tooSlow' in outcome) return outcome
  return { page: serializePage(readPage(outcome.rows[0] ?? [], page), page.form) }
}
