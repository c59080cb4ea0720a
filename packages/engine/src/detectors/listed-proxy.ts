import type { Evidence } from '@tracio/contract'
import { defineDetector, detected } from '../detector.ts'
import { answerOfListsAndNetworks, answerOfRole } from '../network/answer-of-role.ts'
import { hitsOf, hitText, networkText } from '../network/list-hits.ts'

/**
 * How strongly each speaks, 0 to 1. Lists hold what answered as a proxy within a day; a seller's network has few other
 * uses. Chosen by hand, November 2026; revisit with the corpus.
 */
const STRENGTH = { proxy_listed: 0.8, proxy_network: 0.7 } as const

type Reason = keyof typeof STRENGTH

/** The address is a proxy that others know: on a list of open ones, or in a seller's network. */
export const listedProxy = defineDetector({
  id: 'listed_proxy',
  category: 'ip',
  needs: ['ip', 'address'],
  reasons: {
    proxy_listed: 'The address is on a list of proxies that answered as such.',
    proxy_network: 'The network around the address belongs to a seller of proxies.',
  },
  detect({ ip, address }) {
    const answer = answerOfRole(address, 'open')
    if (answer) return answer
    const found = hitsOf(ip, 'proxy').map(
      (hit): Evidence<Reason> => ({
        reason: 'proxy_listed',
        observed: hitText(hit),
        expected: 'on no list of proxies',
      }),
    )
    if (ip.network?.class === 'proxy') {
      found.push({ reason: 'proxy_network', observed: networkText(ip.network), expected: 'a network for other uses' })
    }
    const [first, ...others] = found
    if (!first) return answerOfListsAndNetworks(ip, 'proxy')
    return detected(Math.max(...found.map(({ reason }) => STRENGTH[reason])), first, ...others)
  },
})
