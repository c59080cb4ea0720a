import type { Evidence } from '@tracio/contract'
import { defineDetector, detected } from '../detector.ts'
import { answerOfLists, answerOfRole } from '../network/answer-of-role.ts'
import { hitsOf, hitText } from '../network/list-hits.ts'

type Reason = 'relay_listed'

/**
 * Relays come switched on with devices that millions own, and keep to the visitor's country: the least of all ways to hide.
 * Chosen by hand, November 2026; revisit with the corpus.
 */
const STRENGTH = 0.2

/** The visit comes through a relay that publishes its addresses, such as a phone maker's. */
export const relay = defineDetector({
  id: 'relay',
  category: 'ip',
  needs: ['ip', 'address'],
  reasons: { relay_listed: 'The address belongs to a relay that publishes its addresses.' },
  detect({ ip, address }) {
    const answer = answerOfRole(address, 'relay', 'open')
    if (answer) return answer
    const [first, ...others] = hitsOf(ip, 'relay').map(
      (hit): Evidence<Reason> => ({ reason: 'relay_listed', observed: hitText(hit), expected: 'on no list of relays' }),
    )
    return first ? detected(STRENGTH, first, ...others) : answerOfLists(ip, 'relay')
  },
})
