import type { TracioEvent } from './event.ts'
import type { Evidence, Finding } from './finding.ts'
import { exitOf, type IpLocation, ipLocation } from './ip-location.ts'
import type { NetworkAnswer, NetworkVerdict, ReputationSource } from './network-verdict.ts'
import type { ProductFrame } from './product-frame.ts'
import { toRfc3339 } from './to-rfc3339.ts'

/** The answers of the verdict that are products of their own, by product key. */
type NetworkKey = {
  [K in keyof NetworkVerdict]: NetworkVerdict[K] extends NetworkAnswer ? K : never
}[keyof NetworkVerdict]

/** One answer about the network as a product: its status is the frame's. */
type NetworkProduct<K extends NetworkKey> = ProductFrame & { readonly data: Omit<NetworkVerdict[K], 'status'> }

/** `products.ipReputation`; times are RFC 3339 UTC. */
export type IpReputationProduct = ProductFrame & {
  readonly data: Omit<NetworkVerdict['ipReputation'], 'status' | 'sources'> & {
    readonly sources: readonly (Omit<ReputationSource, 'asOf'> & { readonly asOf: string })[]
  }
}

/** `products.ipLocation`: `result` says whether there is a place. */
export type IpLocationProduct = ProductFrame & { readonly data: IpLocation & { readonly result: boolean } }

/** All that the address, and the way to it, say. */
export type NetworkProducts = { readonly [K in Exclude<NetworkKey, 'ipReputation'>]: NetworkProduct<K> } & {
  readonly ipReputation: IpReputationProduct
  readonly ipLocation: IpLocationProduct
}

/** Which detectors a product rests on: what it misses is what those of the first list miss; evidence is of both. */
interface Grounds {
  readonly deciding: readonly string[]
  readonly supporting?: readonly string[]
}

/** The grounds of every product about the network. A test of the engine holds the names to its detectors. */
export const networkGrounds: Readonly<Record<NetworkKey, Grounds>> = {
  vpn: { deciding: ['public_vpn', 'relay'], supporting: ['timezone_mismatch', 'os_mismatch', 'turn_mismatch'] },
  proxy: { deciding: ['listed_proxy', 'proxy_headers'], supporting: ['residential_proxy'] },
  tor: { deciding: ['tor_exit'], supporting: ['tor_browser'] },
  relay: { deciding: ['relay'] },
  datacenter: { deciding: ['datacenter'] },
  residentialProxy: { deciding: ['residential_proxy'] },
  ipBlocklist: { deciding: ['ip_blocklist'] },
  ipReputation: { deciding: ['ip_blocklist'] },
  timezoneMismatch: { deciding: ['timezone_mismatch'] },
}

/** Reads what an event says of the network as products. */
export function networkProducts(event: TracioEvent): NetworkProducts {
  const { network, location, findings } = event
  const frameOf = (key: NetworkKey): ProductFrame =>
    frame(network[key].status, networkGrounds[key], findings, network.because)
  const product = <K extends NetworkKey>(key: K): NetworkProduct<K> => {
    const { status: _status, ...data } = network[key]
    return { ...frameOf(key), data }
  }
  const { sources, ...reputation } = product('ipReputation').data
  return {
    vpn: product('vpn'),
    proxy: product('proxy'),
    tor: product('tor'),
    relay: product('relay'),
    datacenter: product('datacenter'),
    residentialProxy: product('residentialProxy'),
    ipBlocklist: product('ipBlocklist'),
    ipReputation: {
      ...frameOf('ipReputation'),
      data: { ...reputation, sources: sources.map((one) => ({ ...one, asOf: toRfc3339(one.asOf) })) },
    },
    timezoneMismatch: product('timezoneMismatch'),
    ipLocation: {
      ...(location.place === null
        ? { status: 'unknown', evidence: [], missing: [location.gap ?? 'not_listed'] }
        : { status: 'detected', evidence: placeEvidence(event) }),
      data: { result: location.place !== null, ...ipLocation(event) },
    },
  }
}

/** Why the place is not the visitor's, where something says so: in the words of what made the address an exit. */
function placeEvidence({ network, findings }: TracioEvent): readonly Evidence[] {
  const exit = exitOf(network)
  if (exit === null) return []
  const { evidence } = frame('detected', networkGrounds[exit], findings, null)
  const observed = evidence[0]?.observed ?? `an exit of ${exit}`
  return [{ reason: `place_of_${exit}_exit`, observed, expected: 'the visitor’s own address' }]
}

/** A detection shows its evidence; what was not detected shows as well why little was asked of the address. */
function frame(
  status: ProductFrame['status'],
  { deciding, supporting = [] }: Grounds,
  findings: readonly Finding[],
  because: Evidence | null,
): ProductFrame {
  const grounds = new Set([...deciding, ...supporting])
  const found = findings.flatMap((one) => (one.outcome === 'detected' && grounds.has(one.detector) ? one.evidence : []))
  if (status === 'detected') return { status, evidence: found }
  const evidence = because === null ? found : [because, ...found]
  if (status === 'clear') return { status, evidence }
  const missing = findings.flatMap((one) =>
    one.outcome === 'unknown' && deciding.includes(one.detector) ? one.missing : [],
  )
  return { status, evidence, missing: missing.length === 0 ? ['ip'] : [...new Set(missing)] }
}
