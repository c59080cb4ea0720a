import type {
  BotVerdict,
  Decision,
  EpochMs,
  MatchKind,
  SessionState,
  TracioEvent,
  VisitorId,
  WorkspaceId,
} from '@tracio/contract'

/** Answers about the network that events are searched by. */
export const networkFlags = [
  'vpn',
  'proxy',
  'tor',
  'relay',
  'datacenter',
  'residentialProxy',
  'ipBlocklist',
  'timezoneMismatch',
] as const
export type NetworkFlag = (typeof networkFlags)[number]

/** True: detected; false: clear. An event of which the answer is not known has neither, and is found by neither. */
type NetworkFilter = { readonly [K in NetworkFlag]?: boolean }

/** What events are searched by. All that is given must hold; an empty filter finds every event. */
export interface EventFilter extends NetworkFilter {
  /** Included. */
  readonly from?: EpochMs
  /** Not included any more. */
  readonly to?: EpochMs
  readonly visitorId?: VisitorId
  readonly linkedId?: string
  readonly ip?: string
  readonly tag?: string
  /** ISO 3166-1 alpha-2, upper case: where the address was, as it was known when the event came. */
  readonly country?: string
  /** Number of the network of the address, as it was known when the event came. */
  readonly asn?: number
  /** 32 hexadecimal digits, lower case. */
  readonly deviceHash?: string
  readonly botResult?: BotVerdict['result']
  readonly botType?: string
  readonly riskLevel?: Decision['riskLevel']
  /** Both included. */
  readonly minRiskScore?: number
  readonly maxRiskScore?: number
  readonly action?: Decision['action']
  readonly session?: SessionState
  readonly environment?: TracioEvent['environment']
  readonly browser?: string
  readonly os?: string
  readonly device?: NonNullable<TracioEvent['device']>
  /** One of these. */
  readonly matchKinds?: readonly MatchKind[]
}

/** Where a page ended: its last event's time, and the number that the store gave it. Events of one time differ by it. */
export interface Position {
  readonly at: number
  readonly number: number
}

/** A page of events that is asked for. */
export interface EventQuery {
  readonly filter: EventFilter
  readonly order: 'newest' | 'oldest'
  /** 1 to `EVENTS_PER_PAGE_MAX`. */
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: Position
}

/** Most events of a page: some 460 KB of stored JSON, which take 3 ms to be parsed and put in form (measured November 2026). */
export const EVENTS_PER_PAGE_MAX = 100

/** A page of events. */
export interface EventPage {
  readonly events: readonly TracioEvent[]
  /** Null on the last page. */
  readonly next: Position | null
}

/** How the API gives an event of a page: flat, or by product with its time beside it. */
export type EventForm = 'flat' | 'visit'

/** A page as it stands in an answer. */
export interface SerializedPage {
  /** UTF-8 of a JSON array: the events in their form. */
  readonly events: Uint8Array<ArrayBuffer>
  /** Time of the last event; null on a page without any. */
  readonly lastAt: EpochMs | null
  /** Null on the last page. */
  readonly next: Position | null
}

/** A visitor as a whole. */
export interface VisitorSummary {
  readonly visitorId: VisitorId
  readonly firstSeenAt: EpochMs
  readonly lastSeenAt: EpochMs
  /** Identified visits; replays, which change nobody, are not among them. */
  readonly visits: number
  /** Stored events, replays among them. */
  readonly events: number
  /** Different ones of the newest `LINKED_IDS_FROM_EVENTS` events, latest first, at most `LINKED_IDS_MAX`. */
  readonly linkedIds: readonly string[]
  readonly lastEvent: TracioEvent | null
}

/** A visitor that is shared by more accounts, or has more events, is worth an own look by search. */
export const LINKED_IDS_MAX = 100
export const LINKED_IDS_FROM_EVENTS = 1000

/** What one day (UTC) counted in one environment. */
export interface DayCounts {
  /** Whole days since 1970-01-01 UTC. */
  readonly day: number
  readonly environment: TracioEvent['environment']
  readonly events: number
  readonly visitors: number
  readonly newVisitors: number
  readonly bots: number
  readonly uncertain: number
  readonly challenges: number
  readonly reviews: number
  readonly denials: number
  readonly replayed: number
  readonly expired: number
}

/** Days that are asked for, both included. */
export interface DayRange {
  readonly from: number
  readonly to: number
  /** Absent: every environment, each with rows of its own. */
  readonly environment?: TracioEvent['environment']
}

/**
 * What was found, or why nobody looked to the end: `too_slow` needs a narrower question, `busy` needs another try.
 */
export type Answered<T> = { readonly found: T } | { readonly refused: 'too_slow' | 'busy' }

/**
 * Reads that go by anything but a primary key. They run beside the appends and never in their way. Every adapter passes
 * `eventSearchContract`; nothing else is promised.
 */
export interface EventSearch {
  /**
   * By time; events of one time in the order of their requests. Pages neither repeat nor skip, whatever is appended or
   * erased between them. Of an event that was amended the newest revision is given.
   */
  search(workspace: WorkspaceId, query: EventQuery): Promise<Answered<EventPage>>
  /** The same for an answer: a page of many events keeps a thread busy for milliseconds, which must not be the main one. */
  serialized(workspace: WorkspaceId, query: EventQuery, form: EventForm): Promise<Answered<SerializedPage>>
  /** Undefined for a visitor who is not there, or not in this workspace. */
  visitor(workspace: WorkspaceId, visitorId: VisitorId): Promise<Answered<VisitorSummary | undefined>>
  /** Days that counted something, the first first. Counts outlive an erasure: they name nobody. */
  daily(workspace: WorkspaceId, range: DayRange): Promise<Answered<readonly DayCounts[]>>

  /** Waits for what is under way, then closes. */
  close(): Promise<void>
}
