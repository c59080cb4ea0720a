import type { Evidence } from '@tracio/contract'
import { cannotTell, defineDetector, detected } from '../detector.ts'
import { answerOfListsAndNetworks, answerOfRole } from '../network/answer-of-role.ts'
import { hitsOf, hitText, networkText } from '../network/list-hits.ts'

/**
 * How strongly each speaks, 0 to 1: people do not live there, and some work there, on rented desktops. Chosen by hand,
 * November 2026; revisit with the corpus.
 */
const STRENGTH = { cloud_range_listed: 0.3, hosting_network: 0.3, cdn_network: 0.2 } as const

type Reason = keyof typeof STRENGTH

/** The address belongs to machines in a data centre. Relays run in such networks and are somebody's way home: not they. */
export const datacenter = defineDetector({
  id: 'datacenter',
  category: 'ip',
  needs: ['ip', 'address'],
  reasons: {
    cloud_range_listed: 'The address lies in a range that a cloud publishes as its own.',
    hosting_network: 'The network around the address is that of a host of servers.',
    cdn_network: 'The network around the address delivers pages, and is no relay’s.',
  },
  detect({ ip, address }) {
    const answer = answerOfRole(address, 'open', 'tor', 'crawler')
    if (answer) return answer
    const found = hitsOf(ip, 'datacenter').map(
      (hit): Evidence<Reason> => ({
        reason: 'cloud_range_listed',
        observed: hitText(hit),
        expected: 'in no cloud’s range',
      }),
    )
    const networkClass = ip.network?.class
    if (ip.network && (networkClass === 'hosting' || networkClass === 'vpn_wholesale')) {
      found.push({ reason: 'hosting_network', observed: networkText(ip.network), expected: 'a network of lines' })
    }
    if (ip.network && networkClass === 'cdn') {
      // Every relay that is known runs there: without their lists nobody can tell a machine from a person.
      if (ip.gaps.relay !== undefined) return cannotTell(ip.gaps.relay)
      found.push({ reason: 'cdn_network', observed: networkText(ip.network), expected: 'a network of lines' })
    }
    const [first, ...others] = found
    if (!first) return answerOfListsAndNetworks(ip, 'datacenter')
    return detected(Math.max(...found.map(({ reason }) => STRENGTH[reason])), first, ...others)
  },
})
