import type { EpochMs, IpFacts, ListHit, NetworkFacts } from '@tracio/contract'
import type { IpIntelligence } from '../ports/ip-intelligence.ts'
import { addressScope } from './address-scope.ts'
import type { Networks } from './asn/networks.ts'
import type { Geo } from './geo/create-geo.ts'
import { type Address, parseAddress } from './parse-address.ts'
import type { RangeSets } from './ranges/range-sets.ts'
import { relayPlace } from './relay-place.ts'

/** Everything that addresses are looked up in. */
export interface IpSources {
  readonly ranges: Pick<RangeSets, 'current'>
  readonly networks: Pick<Networks, 'networkOf' | 'classed' | 'gap'>
  readonly geo: Geo
  readonly feeds: FeedAnswers
}

/** What feeds say of themselves. */
export interface FeedAnswers {
  /** When a list was last known to be current; undefined: not known. */
  asOf(feed: string): EpochMs | undefined
  /** Kinds whose lists cannot clear anybody, by version of the address. */
  gaps(): Readonly<Record<Address['version'], IpFacts['gaps']>>
}

/** What is known of addresses that nobody's network has. */
const NOWHERE = {
  network: null,
  networkGap: 'not_global',
  place: null,
  placeGap: 'not_global',
  isp: null,
  organization: null,
  connectionType: null,
} as const

/** Puts together what lists, networks and databases know of an address. Lists of the operator may name any address. */
export function createIpIntelligence({ ranges, networks, geo, feeds }: IpSources): IpIntelligence {
  const listed = (address: Address): readonly ListHit[] =>
    (ranges.current().lookup(address) ?? []).map((source) => ({
      ...source,
      // A list in use has a date, unless its state was lost this very moment.
      asOf: feeds.asOf(source.feed) ?? (0 as EpochMs),
    }))

  /** A database of the operator's own is a database, whether or not there is the installed one. */
  const networkGap = (): NonNullable<IpFacts['networkGap']> =>
    networks.gap === null || geo.knowsNetworks() ? 'not_announced' : networks.gap

  return {
    facts(text) {
      const address = parseAddress(text)
      if (!address) return { scope: 'reserved', hits: [], gaps: feeds.gaps()[4], ...NOWHERE }
      const scope = addressScope(address)
      const hits = listed(address)
      const gaps = feeds.gaps()[address.version]
      if (scope !== 'global') return { scope, hits, gaps, ...NOWHERE }
      const announced = networks.networkOf(address)
      const { hits: recorded, network: own, ...found } = geo.lookup(address, announced?.class)
      const network: NetworkFacts | null = own ? networks.classed(own) : announced
      const all = recorded.length === 0 ? hits : [...hits, ...recorded]
      const { placeGap, ...known } = found
      const place = relayPlace(hits, found.place) ?? found.place
      return {
        ...{ scope, hits: all, gaps, ...known, network, place },
        ...(network === null ? { networkGap: networkGap() } : {}),
        ...(place === null && placeGap ? { placeGap } : {}),
      }
    },
  }
}
