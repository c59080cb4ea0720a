import { cannotTell, clear, defineDetector, detected } from '../detector.ts'
import { answerOfRole } from '../network/answer-of-role.ts'
import { ipAddress, isOutside, sharePrefix } from '../network/ip-address.ts'

/**
 * How many first bits make two addresses neighbours. Carriers hand out the addresses of one pool flow by flow, and IPv6
 * hosts change the lower half as they like (RFC 8981). Pools of mobile carriers are wider. Chosen by hand, November 2026:
 * RFC 4787 asks carriers to keep one address for a host, which most do; revisit with the corpus.
 */
const NEIGHBOUR_BITS = { line: { 4: 24, 6: 64 }, mobile: { 4: 16, 6: 48 } } as const

/** Two lines of one office can do it as well; hardly anything else can. Chosen by hand, November 2026. */
const STRENGTH = 0.8

/**
 * The visitor's UDP came from another address than the page's requests: they go through something that UDP does not. The
 * observer saw the addresses itself, under a credential of this session, so no browser can claim them. One address that is
 * the same, or a neighbour's, clears: a computer on two lines has two.
 */
export const turnMismatch = defineDetector({
  id: 'turn_mismatch',
  category: 'ip',
  needs: ['requestIp', 'ip', 'address', 'turn'],
  reasons: { udp_address_differs: 'UDP came from another address than the requests of the page.' },
  detect({ requestIp, ip, address, turn }) {
    const answer = answerOfRole(address, 'open')
    if (answer) return answer
    const http = ipAddress(requestIp)
    if (!http || !isOutside(http)) return cannotTell('requestIp')
    const comparable = turn.addresses.flatMap((text) => {
      const udp = ipAddress(text)
      return udp && udp.family === http.family && isOutside(udp) ? [{ text, udp }] : []
    })
    const [first] = comparable
    if (!first) return cannotTell(turn.addresses.length === 0 ? 'turn_address' : 'turn_address_of_same_family')
    const bits = NEIGHBOUR_BITS[ip.network?.class === 'mobile' ? 'mobile' : 'line'][http.family]
    if (comparable.some(({ udp }) => sharePrefix(udp, http, bits))) return clear
    return detected(STRENGTH, {
      reason: 'udp_address_differs',
      observed: comparable.map(({ text }) => text).join(', '),
      expected: `${requestIp}, or the same /${bits}`,
    })
  },
})
