import type { EpochMs, RequestId, VisitorId, WorkspaceId } from './brand.ts'
import type { Category, Finding } from './finding.ts'
import type { LocationVerdict, NetworkVerdict } from './network-verdict.ts'
import type { LinkedIdType } from './payload.ts'
import type { Velocity } from './velocity.ts'

/** What a session was when its payload came. Only a fresh one is trusted for identity. */
export type SessionState = 'fresh' | 'replayed' | 'expired'

/** How the visitor id was found. `none`: the session was not trusted, so nobody was identified. */
export type MatchKind = 'cookie' | 'frozen' | 'new' | 'none'

/** One step of the reasoning behind a visitor id, in the order in which it was taken. */
export interface ExplanationStep {
  /** Code, API: never renamed. */
  readonly reason: string
  readonly observed: string
}

/** Who it is, how sure we are, and why. */
export interface Identification {
  readonly kind: MatchKind
  readonly visitorId: VisitorId | null
  /** Known before this event. */
  readonly found: boolean
  /** Chance that the id is the right one, 0 to 1. */
  readonly confidence: number
  /** Several known visitors look exactly like this one, so a new id was given. */
  readonly ambiguous: boolean
  /** Known visitors with the same frozen signals, the matched one left out. */
  readonly lookAlikes: number
  /** First and latest sighting before this event; null for a new visitor. */
  readonly firstSeenAt: EpochMs | null
  readonly lastSeenAt: EpochMs | null
  /** MurmurHash3-128 of the frozen tier, 32 hexadecimal digits; null when too little of it was read. */
  readonly deviceHash: string | null
  readonly explanation: readonly ExplanationStep[]
}

/** The bot verdict. */
export interface BotVerdict {
  readonly result: 'bot' | 'human' | 'uncertain'
  /** `webdriver`, `headless`, `unknown`; empty for humans. */
  readonly type: string
  /** 0 to 1. */
  readonly score: number
}

/** One listed part of the score. The parts add up to `riskScore`, always. */
export interface ScorePart {
  readonly kind: 'contribution' | 'discount' | 'floor' | 'rounding'
  readonly category?: Category
  /** Detector id of a contribution, cause of a floor. */
  readonly cause: string
  readonly points: number
}

/** The score: 0 to 100 with decimals before floors and rounding, and as the final integer. */
export interface Score {
  readonly suspectScore: number
  readonly riskScore: number
  readonly parts: readonly ScorePart[]
}

/** What to do. */
export interface Decision {
  readonly riskLevel: 'normal' | 'low' | 'medium' | 'high' | 'critical'
  readonly action: 'allow' | 'challenge' | 'review' | 'deny'
  /** Allowed, and worth a look. */
  readonly monitor: boolean
}

/** A name and a version as the browser claims them; the version is empty where it says none. */
export interface NameVersion {
  readonly name: string
  readonly version: string
}

/** What became of the visitor cookie. `cross_site`: page and server share no registrable domain, so none is set. */
export type CookieState = 'known' | 'unknown' | 'none' | 'cross_site'

/** The canonical event. Every API shows a reading of it. */
export interface TracioEvent {
  readonly requestId: RequestId
  readonly workspaceId: WorkspaceId
  readonly at: EpochMs
  readonly phase: 'primary' | 'late'
  /** 1 for the first; amendments count up. */
  readonly revision: number
  readonly engineVersion: string
  readonly agentVersion: string
  readonly environment: 'live' | 'test'
  readonly sealed: boolean
  readonly session: SessionState
  readonly cookie: CookieState
  readonly url: string | null
  readonly linkedId: string | null
  /** Null exactly when there is no linked id. */
  readonly linkedIdType: LinkedIdType | null
  /** Whether the workspace's secret signed the linked id; null: no signature came. */
  readonly linkedIdSigned: boolean | null
  readonly tag: string | null
  /** The page's own keys and values that were good. */
  readonly fields: Readonly<Record<string, string>>
  /** How many of them were not, and were left out. */
  readonly fieldsRejected: number
  /** Global Privacy Control: the visitor asked not to be sold or shared; null: the browser says nothing of it. */
  readonly gpc: boolean | null
  readonly ip: string
  readonly userAgent: string
  readonly browser: NameVersion | null
  readonly os: NameVersion | null
  readonly device: 'desktop' | 'mobile' | 'tablet' | null
  readonly identification: Identification
  readonly velocity: Velocity
  readonly network: NetworkVerdict
  readonly location: LocationVerdict
  readonly bot: BotVerdict
  readonly findings: readonly Finding[]
  readonly score: Score
  readonly decision: Decision
}
