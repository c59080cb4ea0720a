import type { EpochMs, VelocityGap, VisitorId, WorkspaceId } from '@tracio/contract'
import type { VelocityFacts } from '@tracio/engine'

/** At once where counting is cheap and near, later where it is not. */
export type MaybePromise<T> = T | Promise<T>

/**
 * Visits are counted in the order in which they are stored, not quite in that of their times: a request takes 30 s at the
 * most until it is stored.
 */
export const DISORDER_MAX_MS = 60_000

/** What a visit is counted by. Workspaces never share a count, nor do live and test. */
export interface Visit {
  readonly workspaceId: WorkspaceId
  readonly environment: 'live' | 'test'
  readonly at: EpochMs
  /**
   * False for a replayed or expired session. Such a visit counts for its address alone: whoever holds an old payload
   * could otherwise raise somebody else's counts.
   */
  readonly trusted: boolean
  readonly visitorId: VisitorId | null
  readonly ip: string
  readonly linkedId: string | null
  readonly tag: string | null
  readonly deviceHash: string | null
  /** ISO 3166 code of the address; null: not known. */
  readonly country: string | null
  /**
   * False: no database was asked for the country, as in events of before there was one. Counts of countries that reach
   * back to such a visit are not known; a country that a database does not know is left out of them.
   */
  readonly countryAsked: boolean
  /** Whether the browser's time zone is one of the country's; null: it cannot be told. Of counters only histories read it. */
  readonly zoneFits: boolean | null
}

/** A visit of which it is not known yet who it is. */
export interface VelocityQuery extends Omit<Visit, 'visitorId' | 'countryAsked' | 'zoneFits'> {
  readonly candidates: readonly VisitorId[]
}

/**
 * Rolling counts. A visit counts from the moment it was added and while it is younger than the window, to the
 * millisecond. Every adapter passes `countersContract`; an adapter answers null with a reason rather than a number that
 * may be too small.
 */
export interface Counters {
  /** The counts as they would be with this visit added. Adds nothing. */
  observe(query: VelocityQuery): MaybePromise<VelocityFacts>
  /** Counts a visit that was stored. Whoever calls twice counts twice. */
  add(visit: Visit): MaybePromise<void>
  /** Forgets what was counted by a visitor, and who it was among those that others are counted by. */
  forgetVisitor(workspace: WorkspaceId, visitorId: VisitorId): MaybePromise<void>
}

/** The past of counters that do not survive their process: how it is filled in again. */
export interface CountersPast {
  /** How long the longest window is. */
  readonly horizonMs: number
  /** From now on what is younger than `since` is known, and `gap` says why no more is. */
  knownSince(since: number, gap: VelocityGap): void
  /** Counts a visit of before. False: there is no room, and nothing was counted. */
  restore(visit: Visit): boolean
}
