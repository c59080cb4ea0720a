import type { IpFacts, ListHit, NetworkClass, PlaceFacts } from '@tracio/contract'
import { type Address, parseAddress } from '../parse-address.ts'
import { vagueRadiusKm } from './accuracy-radius.ts'
import type { Found, GeoDatabase } from './database.ts'
import type { RecordedNetwork } from './read-network.ts'

/** What databases know of an address. */
export interface GeoFacts extends Pick<IpFacts, 'place' | 'isp' | 'organization' | 'connectionType' | 'hits'> {
  /** Exactly when there is no place. */
  readonly placeGap?: 'no_database' | 'not_listed'
  /** Null: no database of the operator's own says who announces the address. */
  readonly network: RecordedNetwork['network']
}

/** Looks addresses up in all databases at once. */
export interface Geo {
  /**
   * Never throws: what cannot be read is unknown. The class of the network, where it is known, says how much a place in it
   * is worth.
   */
  readonly lookup: (address: Address | string, networkClass?: NetworkClass) => GeoFacts
  /** Whether a database at hand says who announces addresses. */
  readonly knowsNetworks: () => boolean
}

/** Looks up in the databases that there are at the moment. Of two that know something, the first says it. */
export function createGeo(databases: { readonly current: () => readonly GeoDatabase[] }): Geo {
  return {
    lookup: (address, networkClass) => {
      const parsed = typeof address === 'string' ? parseAddress(address) : address
      const current = databases.current()
      const known = parsed === undefined ? [] : findIn(current, parsed)
      return {
        ...placeIn(known, networkClass, current),
        network: first(known, (facts) => facts.network),
        isp: first(known, (facts) => facts.isp),
        organization: first(known, (facts) => facts.organization),
        connectionType: first(known, (facts) => facts.connectionType),
        hits: hitsIn(known, parsed?.version === 6 ? 128 : 32),
      }
    },
    knowsNetworks: () => databases.current().some(({ schema }) => schema.gives.includes('network')),
  }
}

/** What one of the databases has found. */
interface Known extends Found {
  readonly database: GeoDatabase
}

function findIn(databases: readonly GeoDatabase[], address: Address): readonly Known[] {
  const known: Known[] = []
  for (const database of databases) {
    const found = database.lookUp(address)
    if (found !== undefined) known.push({ database, facts: found.facts, prefixLength: found.prefixLength })
  }
  return known
}

function first<T>(known: readonly Known[], read: (facts: Known['facts']) => T | null): T | null {
  for (const { facts } of known) {
    const value = read(facts)
    if (value !== null) return value
  }
  return null
}

function placeIn(
  known: readonly Known[],
  networkClass: NetworkClass | undefined,
  databases: readonly GeoDatabase[],
): Pick<GeoFacts, 'place' | 'placeGap'> {
  // A place on the map says more than a country, whichever of the two files was named first.
  const best =
    known.find(({ facts }) => facts.place !== undefined && facts.place.facts.latitude !== null) ??
    known.find(({ facts }) => facts.place !== undefined)
  if (best?.facts.place === undefined) {
    return { place: null, placeGap: databases.some(givesPlaces) ? 'not_listed' : 'no_database' }
  }
  const { facts, hasOwnRadius } = best.facts.place
  const vague = hasOwnRadius || facts.latitude === null ? undefined : vagueRadiusKm(best.prefixLength, networkClass)
  const place: PlaceFacts = vague === undefined ? facts : { ...facts, accuracyRadiusKm: vague }
  return { place }
}

/** Whether a database knows places, if only countries. */
export const givesPlaces = ({ schema }: Pick<GeoDatabase, 'schema'>): boolean =>
  schema.gives.includes('city') || schema.gives.includes('country')

function hitsIn(known: readonly Known[], addressBits: number): readonly ListHit[] {
  return known.flatMap(({ database, facts, prefixLength }) =>
    facts.hits.map((hit) => ({
      ...hit,
      feed: database.schema.id,
      exact: prefixLength === addressBits,
      asOf: database.builtAt,
    })),
  )
}
