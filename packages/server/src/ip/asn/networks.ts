import type { NetworkFacts } from '@tracio/contract'
import type { AddressRanges } from '../list-parts.ts'
import type { Address } from '../parse-address.ts'
import type { AsClasses } from './as-classes.ts'
import { ASN_SOURCE } from './asn-package.ts'
import type { AsnOutcome } from './open-asn-table.ts'

/** The database of networks that answers, for the status page. */
export interface NetworkSource {
  /** Who collected it, and under which licence. */
  readonly name: string
  /** As `2026-06-17`; null: unknown. */
  readonly builtOn: string | null
  readonly version: string
}

/** Who announces addresses, and what for. */
export interface Networks {
  /** Null: nobody announces it, or there is no database. */
  networkOf(address: Address): NetworkFacts | null
  /** All addresses that networks announce; none without a database. */
  rangesOf(asns: ReadonlySet<number>): AddressRanges
  readonly source: NetworkSource | { readonly missing: string }
}

/** Puts the database and our classes together. */
export function createNetworks(outcome: AsnOutcome, classes: AsClasses): Networks {
  if ('missing' in outcome) {
    const none = { v4: new Uint32Array(), v6: new Uint32Array() }
    return { networkOf: () => null, rangesOf: () => none, source: outcome }
  }
  const { table, from } = outcome
  return {
    networkOf(address) {
      const found = table.lookup(address)
      if (!found) return null
      const { class: use, brand } = classes.get(found.asn) ?? { class: 'other', brand: null }
      return { asn: found.asn, name: found.name, class: use, brand }
    },
    rangesOf: table.rangesOf,
    source: { name: ASN_SOURCE, builtOn: from.builtOn, version: from.version },
  }
}
