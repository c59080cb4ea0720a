import type { IpFacts, NetworkFacts } from '@tracio/contract'
import type { AddressRanges } from '../list-parts.ts'
import type { Address } from '../parse-address.ts'
import type { AsClasses } from './as-classes.ts'
import { ASN_SOURCE, type AsnPackage } from './asn-package.ts'
import type { AsnOutcome } from './open-asn-table.ts'

/** The database of networks that answers, for the status page. */
export interface NetworkSource {
  /** Who collected it, and under which licence. */
  readonly name: string
  /** As `2026-06-17`; null: unknown. */
  readonly builtOn: string | null
  readonly version: string
}

/** The status of an installed database. */
export const networkSource = ({ builtOn, version }: Pick<AsnPackage, 'builtOn' | 'version'>): NetworkSource => ({
  name: ASN_SOURCE,
  builtOn,
  version,
})

/** Who announces addresses, and what for. */
export interface Networks {
  /** Null: nobody announces it, or there is no database. */
  networkOf(address: Address): NetworkFacts | null
  /** What a network is used for of which somebody else has said that it announces an address. */
  classed(network: Pick<NetworkFacts, 'asn' | 'name'>): NetworkFacts
  /** All addresses that networks announce; none without a database. */
  rangesOf(asns: ReadonlySet<number>): AddressRanges
  /** Why no network is known at all; null: there is a database. */
  readonly gap: Extract<IpFacts['networkGap'], 'networks_off' | 'networks_missing'> | null
  readonly source: NetworkSource | { readonly missing: string }
}

/** Puts the database and our classes together. */
export function createNetworks(outcome: AsnOutcome, classes: AsClasses): Networks {
  const classed: Networks['classed'] = ({ asn, name }) => {
    const { class: use, brand } = classes.get(asn) ?? { class: 'other', brand: null }
    return { asn, name, class: use, brand }
  }
  if ('missing' in outcome) {
    const none = { v4: new Uint32Array(), v6: new Uint32Array() }
    return {
      networkOf: () => null,
      classed,
      rangesOf: () => none,
      gap: outcome.isOff ? 'networks_off' : 'networks_missing',
      source: outcome,
    }
  }
  const { table, from } = outcome
  return {
    networkOf(address) {
      const found = table.lookup(address)
      return found ? classed(found) : null
    },
    classed,
    rangesOf: table.rangesOf,
    gap: null,
    source: networkSource(from),
  }
}
