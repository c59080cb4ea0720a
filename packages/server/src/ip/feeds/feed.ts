import type { ListKind, ThreatKind } from '@tracio/contract'
import type { ParserName } from '../parse/parse-list.ts'
import type { ParseOptions } from '../parse/parse-options.ts'
import type { LicenceId } from './licences.ts'

/** A closed interval. */
export type Bounds = readonly [min: number, max: number]

/** What a list must be like to be believed. */
export interface FeedGates {
  /** Entries understood. */
  readonly entries: Bounds
  /** IPv4 addresses covered, each counted once; absent: any number. */
  readonly addresses?: Bounds
  /**
   * What becomes of a list with entries that no public list may have: private, reserved or documentation space, or
   * prefixes shorter than /8 (IPv4) and /19 (IPv6). `drop` is for lists known to have a few: those are left out and counted.
   */
  readonly strays: 'refuse' | 'drop'
  /** Share that may change from one version to the next without somebody's word; null: such lists change at will. */
  readonly changeMax: number | null
}

/** A list that somebody publishes, and all that is to be known for fetching and believing it. */
export interface Feed {
  /** Small letters, digits and underscores. Shown with every hit; never renamed. */
  readonly id: string
  /** The source, then its mirrors. */
  readonly urls: readonly [string, ...string[]]
  /** The address gives a page, and the list is behind the first link on it that looks like this. */
  readonly linkOnPage?: RegExp
  readonly parser: ParserName
  /** What the parser must know of this list. */
  readonly options?: Pick<ParseOptions, 'column' | 'header' | 'protocol' | 'paths' | 'within' | 'countries'>
  readonly kind: ListKind
  /** Exactly for `threat`. */
  readonly threat?: ThreatKind
  /** Whom its entries belong to, unless the list itself says. */
  readonly provider: string | null
  /** How often to ask, and how long to wait at the least between two questions, whoever wants it. */
  readonly periodMs: number
  readonly minIntervalMs: number
  /** As fetched and as inflated: more is not read. */
  readonly bytesMax: number
  readonly licence: LicenceId
  /** What must be shown wherever the data is; null: nothing. */
  readonly attribution: string | null
  readonly enabledByDefault: boolean
  /** Without word from the source for so long it is stale; for twice as long, its hits are dropped. */
  readonly maxAgeMs: number
  /** The same bytes for so long: the source has died, whatever it answers. Null: it may stand still for years. */
  readonly stillMaxMs: number | null
  readonly gates: FeedGates
  /** IP versions of which it is complete enough to say that an address is not of its kind. */
  readonly clears: readonly IpVersion[]
  /** What these feeds list is theirs. */
  readonly except?: readonly string[]
}

export type IpVersion = 4 | 6
