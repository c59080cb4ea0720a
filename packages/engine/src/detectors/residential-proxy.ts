import type { Evidence } from '@tracio/contract'
import { cannotTell, clear, defineDetector, detected } from '../detector.ts'
import { isHouseholdLine } from '../network/access-line.ts'
import { answerOfRole, networksUnknown } from '../network/answer-of-role.ts'
import { hitsOf, hitText } from '../network/list-hits.ts'
import { zonesMismatch } from '../network/zones-mismatch.ts'
import { knownCount } from '../velocity/velocity-suspicions.ts'

/**
 * Visitors behind one line of a household within a day, when half of those who come from there have clocks of other
 * countries. A household has a handful of browsers, and neighbours whom a carrier puts behind one address live where it is:
 * only what sells its line to strangers has both. Chosen by hand, November 2026; revisit with the corpus.
 */
const STRANGERS_MIN = 10

/**
 * Visitors behind one line of a household within an hour, whatever their clocks. Fixed carriers put 16 to 64 lines behind
 * an address (figures of their vendors, read in November 2026): even of 64 households with three browsers each hardly half
 * visit one site in one hour. A hundred are more than those, and an office or a campus that neither its name nor a database
 * gives away; so this is weak. Chosen by hand; revisit with the corpus.
 */
const CROWD_MIN = 100

/**
 * How strongly each speaks, 0 to 1. Lists of sellers' exits are bought and good; an open proxy on a household's line is most
 * often a broken router. Chosen by hand, November 2026; revisit with the corpus.
 */
const STRENGTH = {
  residential_proxy_listed: 0.8,
  strangers_on_line: 0.7,
  crowd_on_line: 0.3,
  open_proxy_on_line: 0.3,
} as const

type Reason = keyof typeof STRENGTH

const DAY = { metric: 'distinctVisitorIdByIp', interval: '24h' } as const
const HOUR = { metric: 'distinctVisitorIdByIp', interval: '1h' } as const

/** Strangers are sent through somebody's line at home. Open data hardly knows them: lists are bought, the rest is a guess. */
export const residentialProxy = defineDetector({
  id: 'residential_proxy',
  category: 'ip',
  needs: ['ip', 'address'],
  wants: ['velocity', 'history'],
  reasons: {
    residential_proxy_listed: 'The address is on a list of lines at home that are sold as proxies.',
    strangers_on_line: 'Many visitors share a line at home, and half or more have clocks of other countries.',
    crowd_on_line: 'More visitors share a line at home than a house has.',
    open_proxy_on_line: 'A list of open proxies has the address, which is a line at home.',
  },
  detect({ ip, address, velocity, history }) {
    const answer = answerOfRole(address, 'open')
    if (answer) return answer
    const found = hitsOf(ip, 'residential_proxy').map(
      (hit): Evidence<Reason> => ({
        reason: 'residential_proxy_listed',
        observed: hitText(hit),
        expected: 'on no list of such proxies',
      }),
    )
    const isLine = isHouseholdLine(ip)
    if (isLine) {
      for (const hit of hitsOf(ip, 'proxy')) {
        found.push({ reason: 'open_proxy_on_line', observed: hitText(hit), expected: 'on no list of proxies' })
      }
      const inDay = velocity ? knownCount(velocity, DAY).atLeast : 0
      const inHour = velocity ? knownCount(velocity, HOUR).atLeast : 0
      if (inDay >= STRANGERS_MIN && history && zonesMismatch(history)) {
        found.push({
          reason: 'strangers_on_line',
          observed: `${inDay} visitors in 24h, ${history.zoneMismatches7d} of ${history.zoneVisits7d} visits with other clocks`,
          expected: `fewer than ${STRANGERS_MIN} in 24h, or clocks of the place`,
        })
      }
      if (inHour >= CROWD_MIN) {
        found.push({
          reason: 'crowd_on_line',
          observed: `${inHour} visitors in 1h`,
          expected: `fewer than ${CROWD_MIN} in 1h`,
        })
      }
    }
    const [first, ...others] = found
    if (first) return detected(Math.max(...found.map(({ reason }) => STRENGTH[reason])), first, ...others)
    // Without its network nobody can tell whether it is a line at home, where strangers would be something special.
    const gap = ip.gaps.residential_proxy ?? networksUnknown(ip)
    if (gap !== undefined) return cannotTell(gap)
    const isCounted = velocity !== undefined && knownCount(velocity, HOUR).count !== null
    return isLine && !isCounted ? cannotTell('distinctVisitorIdByIp.1h') : clear
  },
})
