import type {
  BrowserFamily,
  CookieState,
  CustomFields,
  EpochMs,
  LinkedIdType,
  NameVersion,
  ObservedMetrics,
  Readings,
  RequestId,
  SessionState,
  Signals,
  VisitorId,
  WorkspaceId,
} from '@tracio/contract'
import type { Candidates } from './identify/candidates.ts'
import type { VelocityFacts } from './velocity/velocity-facts.ts'

/** What the server saw of the request itself. Header names are lower case; cookies and secrets are never in here. */
export interface RequestFacts {
  readonly at: EpochMs
  readonly ip: string
  readonly userAgent: string
  readonly headers: Readonly<Record<string, string>>
  readonly session: SessionState
  readonly sealed: boolean
  readonly cookie: CookieState
  readonly environment: 'live' | 'test'
  readonly workspaceId: WorkspaceId
}

/** Values that need luck, drawn by the server before the engine runs. */
export interface Minted {
  readonly requestId: RequestId
  readonly visitorId: VisitorId
}

/** What the page and the agent said beside the readings, and what the server made of it. */
export interface PageFacts extends CustomFields {
  readonly agentVersion: string
  readonly phase: 'primary' | 'late'
  readonly url: string | null
  readonly linkedId: string | null
  readonly linkedIdType: LinkedIdType | null
  readonly linkedIdSigned: boolean | null
  readonly gpc: boolean | null
  readonly tag: string | null
}

/** Everything the engine gets to see. Stored with the event, so that it can be evaluated again. */
export interface Observations {
  readonly readings: Readings
  readonly page: PageFacts
  readonly request: RequestFacts
  readonly candidates: Candidates
  readonly minted: Minted
  /** Absent in what was stored before there were counters. */
  readonly velocity?: VelocityFacts
  /** The addresses that the browser sent UDP from; absent: no observer runs, or it saw nobody. */
  readonly turn?: { readonly addresses: readonly string[] }
}

/** Conclusions shared by several judges, derived once. Undefined: cannot be told. */
export interface Derived {
  readonly claimedBrowser: NameVersion | undefined
  readonly claimedOs: NameVersion | undefined
  readonly claimedDevice: 'desktop' | 'mobile' | 'tablet' | undefined
  readonly claimedFamily: BrowserFamily | undefined
  /** What the JavaScript engine betrays of itself, whatever the user agent claims. */
  readonly impliedEngine: 'v8' | 'spidermonkey' | 'javascriptcore' | undefined
}

/** All that a detector may need, by name: a signal's value, a derived conclusion, or a fact of the request. */
export type Seen = Signals & { readonly [K in keyof Derived]: NonNullable<Derived[K]> } & {
  readonly requestUserAgent: string
  /** Counts of the identified visitor and of what came with it; not there when nobody counted. */
  readonly velocity: ObservedMetrics
}

/** The name of something a detector may need. */
export type ObservationName = keyof Seen
