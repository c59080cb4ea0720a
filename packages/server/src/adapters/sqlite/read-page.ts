import { storedEvent } from '@tracio/contract'
import type { EventPage, EventQuery } from '../../ports/event-search.ts'
import type { Rows } from './bounded-reader.ts'

/**
 * The page that a search has read: one event more than its limit tells that another page follows. The join has no order
 * of its own that SQL would promise, so the page is put in order here.
 */
export function readPage(rows: Rows, { limit, order }: Pick<EventQuery, 'limit' | 'order'>): EventPage {
  const direction = order === 'newest' ? -1 : 1
  const page = rows
    .map((row) => ({ at: Number(row['at']), number: Number(row['number']), event: String(row['event']) }))
    .sort((a, b) => direction * (a.at - b.at || a.number - b.number))
    .slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    events: page.map(({ event }) => storedEvent(event)),
    next: last ? { at: last.at, number: last.number } : null,
  }
}
