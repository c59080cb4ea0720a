import type { EpochMs } from './brand.ts'
import type { Evidence } from './finding.ts'
import type { IpFacts, ListHit, PlaceFacts, ThreatKind } from './ip-facts.ts'

/**
 * What the address counts as, the first that applies; later questions are answered in its light. `trusted`: the operator's
 * own lists say so. `open`: nothing explains the address, so everything is asked.
 */
export type AddressRole = 'not_global' | 'trusted' | 'tor' | 'relay' | 'gateway' | 'crawler' | 'open'

/** One answer about the network. `result` is false when unknown. */
export interface NetworkAnswer {
  readonly status: 'detected' | 'clear' | 'unknown'
  readonly result: boolean
}

/** How sure a detection is. */
export type Confidence = 'high' | 'medium' | 'low'

/** Which ways of finding a VPN have found one. */
export interface VpnMethods {
  readonly timezoneMismatch: boolean
  readonly publicVPN: boolean
  readonly osMismatch: boolean
  readonly relay: boolean
  readonly turn: boolean
}

/** What a list of threats adds to the reputation of an address. */
export interface ReputationSource {
  readonly feed: string
  /** Null: the operator's own list. */
  readonly threat: ThreatKind | null
  /** How many sources the list itself has counted; null: it counts none. */
  readonly count: number | null
  readonly asOf: EpochMs
  /** What this source adds to the score. */
  readonly points: number
}

/** What the address, and the way to it, say of a visit: one answer for each product. */
export interface NetworkVerdict {
  /** Null: nobody looked. */
  readonly role: AddressRole | null
  /** Why it has a role other than `open`; null: it has none. */
  readonly because: Evidence | null
  /** Number and registered name of the network; null: not known. */
  readonly asn: number | null
  readonly asName: string | null
  /** Who provides the line, by the best source there is: a database, or else the network's registered name. */
  readonly isp: string | null
  readonly organization: string | null
  /** `cable_dsl`, `wifi`, `cellular` and the like; null: neither a database nor the browser says. */
  readonly connectionType: string | null
  readonly vpn: NetworkAnswer & {
    readonly confidence: Confidence | null
    /** The zone of the visitor's own clock, as the browser claims it; null: it claims none. */
    readonly originTimezone: string | null
    readonly methods: VpnMethods
  }
  readonly proxy: NetworkAnswer & {
    readonly confidence: Confidence | null
    readonly type: 'residential' | 'datacenter' | 'http' | 'socks' | null
    readonly protocol: ListHit['protocol'] | null
  }
  readonly tor: NetworkAnswer
  /** `service`: in the words of the list that names it. */
  readonly relay: NetworkAnswer & { readonly service: string | null }
  readonly datacenter: NetworkAnswer & { readonly provider: string | null }
  readonly residentialProxy: NetworkAnswer & { readonly confidence: Confidence | null }
  readonly ipBlocklist: NetworkAnswer & { readonly details: Readonly<Record<ThreatKind, boolean>> }
  /** `score` 0 to 100 is the sum of its sources, at most 100; null: not known. Anonymity is no part of it. */
  readonly ipReputation: NetworkAnswer & {
    readonly score: number | null
    readonly sources: readonly ReputationSource[]
  }
  readonly timezoneMismatch: NetworkAnswer & {
    /** Whether the browser's clock goes as one of the address's country, whoever has an explanation; null: cannot be told. */
    readonly fits: boolean | null
    /** How far it is from the nearest clock of that country; null: cannot be told. */
    readonly differenceMin: number | null
  }
}

/** Where the address is, or why that is not known. `not_looked_up`: the event is older than the databases. */
export interface LocationVerdict {
  readonly place: PlaceFacts | null
  readonly gap: NonNullable<IpFacts['placeGap']> | 'not_looked_up' | null
}
