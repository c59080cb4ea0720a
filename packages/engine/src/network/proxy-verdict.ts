import type { Confidence, IpFacts, NetworkVerdict } from '@tracio/contract'
import { clearBy, type FindingsByDetector, hasFound, hasReason } from './findings-by-detector.ts'
import { hitsOf } from './list-hits.ts'

type Proxy = NetworkVerdict['proxy']
type ResidentialProxy = NetworkVerdict['residentialProxy']

/** How sure a residential proxy is: high by a bought list, medium by strangers, low by a crowd or an open proxy. */
export function residentialProxyVerdict(findings: FindingsByDetector): ResidentialProxy {
  if (!hasFound(findings, 'residential_proxy')) return { ...clearBy(findings, 'residential_proxy'), confidence: null }
  const isListed = hasReason(findings, 'residential_proxy', 'residential_proxy_listed')
  const hasStrangers = hasReason(findings, 'residential_proxy', 'strangers_on_line')
  return { status: 'detected', result: true, confidence: isListed ? 'high' : hasStrangers ? 'medium' : 'low' }
}

/**
 * Whether the visit comes through a proxy, and which sort: one at home, one in a data centre, or else by what it speaks. That
 * an address is in a data centre makes no proxy: people work on rented desktops, and `datacenter` says so by itself.
 * `clear` needs current lists of proxies and headers without a proxy's name. Proxies at home are left out of it, because no
 * open list has them; a crowd alone makes `residentialProxy`, and no proxy.
 */
export function proxyVerdict(
  findings: FindingsByDetector,
  residential: ResidentialProxy,
  ip: IpFacts | undefined,
): Proxy {
  const confidence = confidenceOf(findings, residential)
  if (confidence === null) {
    return { ...clearBy(findings, 'listed_proxy', 'proxy_headers'), confidence, type: null, protocol: null }
  }
  const protocol = (ip && hitsOf(ip, 'proxy').find((hit) => hit.protocol)?.protocol) ?? null
  return { status: 'detected', result: true, confidence, type: typeOf(findings, residential, protocol), protocol }
}

function confidenceOf(findings: FindingsByDetector, residential: ResidentialProxy): Confidence | null {
  if (hasFound(findings, 'listed_proxy') || residential.confidence === 'high') return 'high'
  if (residential.confidence === 'medium' || hasFound(findings, 'proxy_headers')) return 'medium'
  return null
}

function typeOf(
  findings: FindingsByDetector,
  residential: ResidentialProxy,
  protocol: Proxy['protocol'],
): Proxy['type'] {
  if (residential.result) return 'residential'
  const isSellers = hasReason(findings, 'listed_proxy', 'proxy_network')
  if (isSellers || (hasFound(findings, 'listed_proxy') && hasFound(findings, 'datacenter'))) return 'datacenter'
  if (protocol !== null) return protocol === 'http' ? 'http' : 'socks'
  return hasFound(findings, 'proxy_headers') ? 'http' : null
}
