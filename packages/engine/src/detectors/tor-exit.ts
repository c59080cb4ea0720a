import type { Evidence } from '@tracio/contract'
import { defineDetector, detected } from '../detector.ts'
import { answerOfLists, answerOfRole } from '../network/answer-of-role.ts'
import { hitsOf, hitText, networkText } from '../network/list-hits.ts'

type Reason = 'tor_exit_listed' | 'tor_network'

/** The Tor Project names its exits itself, every hour: there is no doubt left. */
const STRENGTH = 1

/** The visit comes out of the Tor network. */
export const torExit = defineDetector({
  id: 'tor_exit',
  category: 'ip',
  needs: ['ip', 'address'],
  reasons: {
    tor_exit_listed: 'The address is on a list of exits of the Tor network.',
    tor_network: 'The address belongs to a network that is run for exits of Tor.',
  },
  detect({ ip, address }) {
    const answer = answerOfRole(address, 'tor', 'open')
    if (answer) return answer
    const found = hitsOf(ip, 'tor').map(
      (hit): Evidence<Reason> => ({
        reason: 'tor_exit_listed',
        observed: hitText(hit),
        expected: 'on no list of exits',
      }),
    )
    if (ip.network?.class === 'tor') {
      found.push({ reason: 'tor_network', observed: networkText(ip.network), expected: 'a network for other uses' })
    }
    const [first, ...others] = found
    return first ? detected(STRENGTH, first, ...others) : answerOfLists(ip, 'tor')
  },
})
