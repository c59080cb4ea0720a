import type { Evidence, IpFacts, ListHit } from '@tracio/contract'
import { defineDetector, detected } from '../detector.ts'
import { answerOfListsAndNetworks, answerOfRole } from '../network/answer-of-role.ts'
import { hitsOf, hitText, networkText } from '../network/list-hits.ts'

/**
 * How strongly each speaks, 0 to 1. A provider's own server and a network that only a VPN uses leave little doubt; lists of
 * ranges named none of 300,000 addresses of consumers (measured November 2026). Wholesale hosts rent to others as well: of
 * their networks one to ninety in a hundred are VPNs. A disputed network says nothing alone. Chosen by hand; revisit with
 * the corpus.
 */
const STRENGTH = {
  vpn_server_listed: 0.9,
  vpn_range_listed: 0.8,
  vpn_network: 0.8,
  vpn_wholesale_network: 0.5,
  vpn_disputed_network: 0.2,
} as const

type Reason = keyof typeof STRENGTH

const reasonOf: Readonly<Partial<Record<NonNullable<IpFacts['network']>['class'], Reason>>> = {
  vpn: 'vpn_network',
  vpn_wholesale: 'vpn_wholesale_network',
  vpn_disputed: 'vpn_disputed_network',
}

/** The address belongs to a VPN that sells to the public. */
export const publicVpn = defineDetector({
  id: 'public_vpn',
  category: 'ip',
  needs: ['ip', 'address'],
  reasons: {
    vpn_server_listed: 'The address is a server on a VPN’s own list.',
    vpn_range_listed: 'The address lies in a range that is listed as a VPN’s.',
    vpn_network: 'The network around the address is used by a VPN and by hardly anybody else.',
    vpn_wholesale_network: 'The network around the address rents its servers to VPNs, and to others.',
    vpn_disputed_network: 'One source calls the network around the address a VPN’s.',
  },
  detect({ ip, address }) {
    const answer = answerOfRole(address, 'open')
    if (answer) return answer
    const found = hitsOf(ip, 'vpn').map(listEvidence)
    const reason = ip.network && reasonOf[ip.network.class]
    // A disputed network supports what lists say, and never speaks alone.
    if (ip.network && reason && (reason !== 'vpn_disputed_network' || found.length > 0)) {
      found.push({ reason, observed: networkText(ip.network), expected: 'a network that no VPN is known to use' })
    }
    const [first, ...others] = found
    if (!first) return answerOfListsAndNetworks(ip, 'vpn')
    return detected(Math.max(...found.map((one) => STRENGTH[one.reason])), first, ...others)
  },
})

const listEvidence = (hit: ListHit): Evidence<Reason> => ({
  reason: hit.exact ? 'vpn_server_listed' : 'vpn_range_listed',
  observed: hitText(hit),
  expected: 'on no list of VPNs',
})
