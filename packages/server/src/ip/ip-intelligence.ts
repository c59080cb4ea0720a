import type { EpochMs, IpFacts, ListHit, NetworkFacts } from '@tracio/contract'
import type { IpIntelligence } from '../ports/ip-intelligence.ts'
import { addressScope } from './address-scope.ts'
import type { Networks } from './asn/networks.ts'
import type { Geo } from './geo/create-geo.ts'
import { type Address, parseAddress } from './parse-address.ts'
import type { RangeSets } from './ranges/range-sets.ts'

/** Everything that addresses are looked up in. */
export interface IpSources {
  readonly ranges: Pick<RangeSets, 'current'>
  readonly networks: Pick<Networks, 'networkOf' | 'classed'>
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

const NOWHERE = { network: null, place: null, isp: null, organization: null, connectionType: null } as const

/** Puts together what lists, networks and databases know of an address. Lists of the operator may name any address. */
export function createIpIntelligence({ ranges, networks, geo, feeds }: IpSources): IpIntelligence {
  const listed = (address: Address): readonly ListHit[] =>
    (ranges.current().lookup(address) ?? []).map((source) => ({
      ...source,
      // A list in use has a date, unless its state was lost this very moment.
      asOf: feeds.asOf(source.feed) ?? (0 as EpochMs),
    }))

  return {
    facts(text) {
      const address = parseAddress(text)
      if (!address) return { scope: 'reserved', hits: [], gaps: feeds.gaps()[4], ...NOWHERE, placeGap: 'not_global' }
      const scope = addressScope(address)
      const hits = listed(address)
      const gaps = feeds.gaps()[address.version]
      if (scope !== 'global') return { scope, hits, gaps, ...NOWHERE, placeGap: 'not_global' }
      const announced = networks.networkOf(address)
      const { hits: recorded, network: own, ...found } = geo.lookup(address, announced?.class)
      const network: NetworkFacts | null = own ? networks.classed(own) : announced
      return { scope, hits: recorded.length === 0 ? hits : [...hits, ...recorded], gaps, network, ...found }
    },
  }
}
