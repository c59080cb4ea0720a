import type { AddressHistory } from '@tracio/engine'
import type { MaybePromise, Visit } from './counters.ts'

/** Days of a history, today among them: UTC days, so that a whole one can be dropped at a time. */
export const HISTORY_DAYS = 7

/**
 * Visitors of one address that a day of its history counts. A share is told by fewer; more would let a carrier, with
 * thousands behind one address, take the memory of everybody else. Chosen by hand, November 2026.
 */
export const VISITORS_PER_DAY_MAX = 64

/** Whose history it is, and when. An IPv6 address stands for its /64, of which a subscriber's machine draws new ones daily. */
export type HistoryQuery = Pick<Visit, 'workspaceId' | 'environment' | 'ip' | 'at'>

/**
 * How well the time zones of visitors fitted the country of their address, by address, over the day of the question (UTC)
 * and the six before. Visitors are counted and not visits: whoever reloads a page a thousand times counts once a day, and
 * fits when one of that day's visits did. Who was not identified, or whose zone or country cannot be told, is left out.
 * Of a day's visitors `VISITORS_PER_DAY_MAX` are counted. Every adapter passes `addressHistoriesContract`; an adapter
 * answers null rather than a number that may be too small.
 */
export interface AddressHistories {
  /** The history as it is before a visit. Adds nothing. */
  observe(query: HistoryQuery): MaybePromise<AddressHistory>
  /** Counts a visit that was stored. Whoever calls twice counts once. */
  add(visit: Visit): MaybePromise<void>
}
