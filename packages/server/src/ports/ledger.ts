import type { EpochMs, RequestId, TracioEvent, VisitorId, WorkspaceId } from '@tracio/contract'
import type { CookieOwner, KnownVisitor, VisitorChange } from '@tracio/engine'

/** What a browser sent, as it is kept: the deflated bytes, so that nothing is compressed twice. */
export interface StoredReadings {
  /** The payload as it was encoded inside its seal; see `encodings` of the contract. */
  readonly bytes: Uint8Array
  readonly encoding: number
}

/** The cookie that an event touches. */
export interface TokenUse {
  /** See `cookie-token.ts`: 20 bytes, time first. */
  readonly hash: Uint8Array
}

/** What was known of an event's address when it came, where it is searched or counted by. An amendment leaves it. */
export interface AddressFacts {
  /** Number of the network that announces it; null: not known. */
  readonly asn: number | null
  /** ISO 3166-1 alpha-2; null: not known. */
  readonly country: string | null
  /** False: there was no database to ask for the country. */
  readonly countryAsked: boolean
  /** Whether the browser's time zone is one of the country's; null: it cannot be told. */
  readonly zoneFits: boolean | null
}

/** Everything one event writes, in one transaction. */
export interface LedgerEntry {
  readonly event: TracioEvent
  readonly address: AddressFacts
  readonly readings: StoredReadings
  /** What the server saw beside the readings, as JSON: replay and explain live on it. */
  readonly observations: string
  /** Names the payload, so that a retry is recognised and a replay is told apart. */
  readonly sent: { readonly session: Uint8Array; readonly bodyHash: Uint8Array }
  readonly change: VisitorChange
  /** The cookie that was presented and known, or the one that the answer will set; null: none. */
  readonly token: TokenUse | null
}

/** `moved`: what identification relied on changed meanwhile, and nothing was written. Read and evaluate again. */
export type Appended = 'stored' | 'moved'

/** An event that was stored for a session before. */
export interface SentBefore {
  readonly bodyHash: Uint8Array
  /** Names the late payload that amended the event; null: none has. */
  readonly lateHash: Uint8Array | null
  readonly event: TracioEvent
}

/** What came late for an event, kept beside what came first. An event takes one. */
export interface LateBody {
  readonly bodyHash: Uint8Array
  readonly readings: StoredReadings
  /** What the server saw of the late request beside the readings, as JSON. */
  readonly observations: string
}

/** What becomes of a stored event. */
export interface Amendment {
  /** The event as it is from now on: the next revision, of the same visitor, at the same time. */
  readonly event: TracioEvent
  readonly replacedAt: EpochMs
  /** The late payload that is the cause; null: another cause. */
  readonly late: LateBody | null
}

/**
 * `moved`: the event has another revision by now, and nothing was written. Read and evaluate again. `missing`: there is no
 * such event, or its visitor was erased, and nothing was written.
 */
export type Amended = 'amended' | 'moved' | 'missing'

/** An event as it was before an amendment replaced it. */
export interface Revision {
  readonly event: TracioEvent
  readonly replacedAt: EpochMs
}

/** The times before which each kind is too old to be kept, by the time of its event or its last visit; null: for ever. */
export interface Cutoffs {
  readonly events: EpochMs | null
  readonly readings: EpochMs | null
  readonly observations: EpochMs | null
  /** Visitors go when their last event has gone. */
  readonly visitors: EpochMs | null
}

/**
 * Where events live. Every adapter passes `ledgerContract`; nothing else is promised. An append that has resolved
 * survives the death of the process.
 */
export interface Ledger {
  /**
   * Appends that arrive together share a transaction. Throws on a request id that is taken, and a `StorageFailure`
   * when the disk has no room or fails: then nothing was written, and a later append may succeed.
   */
  append(entry: LedgerEntry): Promise<Appended>
  /**
   * Replaces an event by its next revision, in the same transactions as appends. What it was is kept, and the counts of its
   * day follow. Rejects what is no next revision of this event: another number, visitor, time or environment.
   */
  amend(workspace: WorkspaceId, requestId: RequestId, expectedRevision: number, amendment: Amendment): Promise<Amended>

  /** An event as it is now: its newest revision, here and in every other read. */
  event(workspace: WorkspaceId, requestId: RequestId): Promise<TracioEvent | undefined>
  readings(workspace: WorkspaceId, requestId: RequestId): Promise<StoredReadings | undefined>
  observations(workspace: WorkspaceId, requestId: RequestId): Promise<string | undefined>
  /** What came late for an event; undefined: nothing did. */
  lateBody(workspace: WorkspaceId, requestId: RequestId): Promise<LateBody | undefined>
  /** What an event was before, oldest first; empty when it was never amended. */
  revisions(workspace: WorkspaceId, requestId: RequestId): Promise<readonly Revision[]>
  /** Events that this session has sent, oldest first. */
  sentBefore(session: Uint8Array): Promise<readonly SentBefore[]>

  /** The visitor to whom a cookie belongs; see `CookieOwner` for what makes it disputed. */
  cookieOwner(workspace: WorkspaceId, tokenHash: Uint8Array): Promise<CookieOwner | undefined>
  /** Visitors under a frozen key, newest first, at most `FROZEN_HOLDERS_MAX`. */
  holders(workspace: WorkspaceId, frozenKey: string): Promise<readonly KnownVisitor[]>

  /**
   * Erases a visitor with all events, readings, observations, cookies and keys. False: there is none. The visitor is
   * unknown from the first moment on; a process that dies midway finishes at its next start. Resolves when no trace is left
   * in the store's files; rejects when that takes too long, and then goes on with it.
   */
  eraseVisitor(workspace: WorkspaceId, visitorId: VisitorId): Promise<boolean>

  /**
   * Forgets some of what is older than the cutoffs, in one short transaction. False: a round has found nothing more. Daily
   * counts stay. Late bodies and earlier revisions go with their event.
   */
  forget(cutoffs: Cutoffs): Promise<boolean>

  /** Waits for what is under way, then closes. */
  close(): Promise<void>
}

/**
 * A cookie attached by signals becomes disputed only when an older one of the same visitor is seen at least this much
 * later: two tabs of one browser may cross on the wire. Chosen by hand, November 2026.
 */
export const DISPUTE_GRACE_MS = 2000

/** When a cookie was given and seen: what disputes are judged by. */
export interface TokenTimes {
  readonly givenAt: EpochMs
  readonly seenAt: EpochMs
}
