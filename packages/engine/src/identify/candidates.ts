import type { EpochMs, VisitorId } from '@tracio/contract'

/** A stored visitor as far as matching needs it. */
export interface KnownVisitor {
  readonly visitorId: VisitorId
  /** Counts up with every change; checked again when the event is appended. */
  readonly revision: number
  readonly firstSeenAt: EpochMs
  readonly lastSeenAt: EpochMs
  readonly visits: number
}

/** The visitor to whom a presented cookie belongs. */
export interface CookieOwner extends KnownVisitor {
  /**
   * The cookie was given to this visitor because its signals matched, and afterwards an older cookie of the same
   * visitor came back: two jars are alive, so they belong to two browsers, and this one to nobody yet.
   */
  readonly disputed: boolean
}

/** Everybody who might have sent the event. Read before the engine runs. */
export interface Candidates {
  readonly cookie: CookieOwner | null
  /** Visitors with the same frozen key; at most `FROZEN_HOLDERS_MAX` are read, newest first. */
  readonly frozen: readonly KnownVisitor[]
}

/** Two would do to know that a key is not unique; a few more tell an analyst how crowded it is. */
export const FROZEN_HOLDERS_MAX = 10
