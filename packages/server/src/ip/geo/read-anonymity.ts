import type { ListHit, ListKind } from '@tracio/contract'
import { isTrueAt, numberAt, textAt } from './field-at.ts'
import type { MmdbRecord } from './mmdb.ts'

/** What a record accuses an address of, or says to its credit. */
export type RecordedHit = Pick<ListHit, 'kind' | 'provider'>

/** The fields of MaxMind (Anonymous IP and Plus, IP Risk), IPinfo Core and Plus, and IPinfo's privacy files, in turn. */
const flags: readonly (readonly [kind: ListKind, ...fields: readonly string[]])[] = [
  ['tor', 'is_tor_exit_node', 'is_tor', 'tor'],
  ['relay', 'is_relay', 'relay'],
  ['vpn', 'is_anonymous_vpn', 'is_vpn', 'vpn'],
  ['proxy', 'is_public_proxy', 'is_proxy', 'proxy'],
  ['residential_proxy', 'is_residential_proxy'],
  ['datacenter', 'is_hosting_provider', 'is_hosting', 'hosting'],
]

/**
 * Percent. MaxMind lists networks down to a confidence of 1 that they are part of a service of residential proxies; from
 * here on it holds that for likelier than not.
 */
const CONFIDENCE_MIN = 50

/**
 * Reads what a record says of anonymity. A file of residential proxies has no flag for it: to be in it is to be one. A
 * bare "anonymous" without its kind is no hit, and neither is a score of risk that names no reason.
 */
export function readAnonymity(record: MmdbRecord, listsResidentialProxies: boolean): readonly RecordedHit[] {
  const provider = textAt(record, 'provider_name', 'service')
  if (listsResidentialProxies) {
    const isLikely = (numberAt(record, 'anonymizer_confidence') ?? CONFIDENCE_MIN) >= CONFIDENCE_MIN
    return isLikely && provider !== null ? [{ kind: 'residential_proxy', provider }] : []
  }
  return flags.flatMap(([kind, ...fields]) =>
    // The service is the one that hides the visitor, not the host that it rents from.
    isTrueAt(record, ...fields) ? [{ kind, provider: kind === 'datacenter' ? null : provider }] : [],
  )
}
