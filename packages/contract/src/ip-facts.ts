import type { EpochMs } from './brand.ts'

/** What a list can say of an address. Lists of the operator's own are `allow`, `block` and `office`, and come first. */
export const listKinds = [
  'allow',
  'block',
  'office',
  'tor',
  'relay',
  'gateway',
  'crawler',
  'vpn',
  'proxy',
  'residential_proxy',
  'datacenter',
  'threat',
] as const
export type ListKind = (typeof listKinds)[number]

/** What a list of threats accuses an address of. */
export type ThreatKind = 'emailSpam' | 'attackSource' | 'malware' | 'credentialStuffing'

/** One list that names the address. */
export interface ListHit {
  /** The feed, the operator's list or the database; the status of feeds shows it under this id. */
  readonly feed: string
  readonly kind: ListKind
  /** Whom the list names: a VPN, a relay, a cloud, a crawler, in the feed's table's words; null: it names nobody. */
  readonly provider: string | null
  /** Exactly for `threat`. */
  readonly threat?: ThreatKind
  /** How many sources the list itself has counted for this address; absent: it counts none. */
  readonly count?: number
  /** What a proxy was found to speak. */
  readonly protocol?: 'http' | 'socks4' | 'socks5'
  /** Where the list says that those behind a relay's address are, ISO 3166-1 alpha-2; absent: it does not say. */
  readonly country?: string
  /** True: the list names this very address; false: a range around it. */
  readonly exact: boolean
  /** When the list was last known to be current. */
  readonly asOf: EpochMs
}

/** Why lists of a kind cannot clear an address. A hit counts all the same, unless its feed is too old to be asked. */
export type ListGap = 'feed_never_fetched' | 'feed_stale' | 'feed_off'

/** What an address is in the internet's own terms (RFC 6890 and its registries); only a `global` one can be looked up. */
export type AddressScope =
  | 'global'
  | 'loopback'
  | 'private'
  | 'link_local'
  | 'shared'
  | 'documentation'
  | 'multicast'
  | 'reserved'

/** What the network around an address is mainly used for, by its AS number. `other`: no table of ours says. */
export type NetworkClass =
  | 'vpn'
  /** A host that rents to VPN brands, and to others. */
  | 'vpn_wholesale'
  /** Listed as a VPN by name or by one source alone: never a verdict by itself. */
  | 'vpn_disputed'
  | 'tor'
  | 'proxy'
  | 'hosting'
  | 'cdn'
  /** Secure web gateways of companies: people at work. */
  | 'gateway'
  | 'mobile'
  | 'other'

/** Who announces the address. */
export interface NetworkFacts {
  readonly asn: number
  /** As its registry has it. */
  readonly name: string
  readonly class: NetworkClass
  /** The brand behind the class; null: none is known, or the class is `other`. */
  readonly brand: string | null
}

/** Where an address is, by one database. Whatever it does not say is null. */
export interface PlaceFacts {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly countryName: string
  /** Two letters: AF, AN, AS, EU, NA, OC, SA. */
  readonly continent: string | null
  /** The part of its ISO 3166-2 code behind the country, and the database's name for it. */
  readonly region: { readonly code: string | null; readonly name: string } | null
  readonly city: string | null
  /** Degrees, 4 decimals; null in databases of countries. */
  readonly latitude: number | null
  readonly longitude: number | null
  /** IANA zone at the coordinates, or of a country that has only one. */
  readonly timezone: string | null
  /** The place is inside this circle with two chances of three; null without coordinates. */
  readonly accuracyRadiusKm: number | null
  /** The database, and the day it was built. */
  readonly source: string
}

/** What connects the address, where a database says so. */
export type ConnectionType = 'cable_dsl' | 'cellular' | 'corporate' | 'satellite' | 'dialup'

/** Everything that lists and databases know of one address. Stored with the event, as it was known then. */
export interface IpFacts {
  readonly scope: AddressScope
  /** Lists that name it; empty for nearly everybody. */
  readonly hits: readonly ListHit[]
  /** Kinds whose lists cannot clear the address, and why; a kind that is absent can be cleared. */
  readonly gaps: Readonly<Partial<Record<ListKind, ListGap>>>
  readonly network: NetworkFacts | null
  /** Why `network` is null; absent when there is a network, and in facts that were stored before this was said. */
  readonly networkGap?: 'networks_off' | 'networks_missing' | 'not_announced' | 'not_global'
  readonly place: PlaceFacts | null
  /** Why `place` is null: `no_database`, `not_listed`, `not_global`; absent when there is a place. */
  readonly placeGap?: 'no_database' | 'not_listed' | 'not_global'
  /** The provider's and the organisation's name where a database has them; null: none has. */
  readonly isp: string | null
  readonly organization: string | null
  readonly connectionType: ConnectionType | null
}
