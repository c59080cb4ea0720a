import type { Evidence } from '@tracio/contract'
import { cannotTell, clear, defineDetector, detected } from '../detector.ts'
import { answerOfRole } from '../network/answer-of-role.ts'
import { ZONE_MISMATCH_SHARE_MIN, zonesMismatch } from '../network/zones-mismatch.ts'

/**
 * Up to two hours away is next door, or a clock that was not put forward: all of Europe lies within. Farther away somebody
 * travels, or hides. Chosen by hand, November 2026; revisit with the corpus.
 */
const NEAR_MAX_MIN = 120

/**
 * How strongly each speaks, 0 to 1. Travellers cause it too, whose devices or whose carriers stay at home: never more than a
 * hint without another one. Chosen by hand, November 2026; revisit with the corpus.
 */
const STRENGTH = { zone_near: 0.15, zone_roaming: 0.15, zone_far: 0.4, zones_of_address: 0.4 } as const

type Reason = keyof typeof STRENGTH

/** The browser's clock goes as none of the country that the address is in, or as none for most who come from there. */
export const timezoneMismatch = defineDetector({
  id: 'timezone_mismatch',
  category: 'ip',
  needs: ['ip', 'address', 'zone'],
  wants: ['history'],
  reasons: {
    zone_near: 'The clock differs a little from those of the country that the address is in.',
    zone_roaming: 'The clock is of another country than the carrier, as when a phone is abroad.',
    zone_far: 'The clock is hours away from those of the country that the address is in.',
    zones_of_address: 'Of those who came from the address lately, half or more have clocks of other countries.',
  },
  detect({ ip, address, zone, history }) {
    const answer = answerOfRole(address, 'open')
    if (answer) return answer
    const found: Evidence<Reason>[] = []
    if (zone.known && !zone.fits) {
      const isMobile = ip.network?.class === 'mobile' || ip.connectionType === 'cellular'
      const isNear = zone.differenceMin <= NEAR_MAX_MIN
      found.push({
        reason: isMobile ? 'zone_roaming' : isNear ? 'zone_near' : 'zone_far',
        observed: `${zone.zone}, ${zone.differenceMin} minutes away`,
        expected: `a clock of ${zone.country}`,
      })
    }
    if (history && zonesMismatch(history)) {
      found.push({
        reason: 'zones_of_address',
        observed: `${history.zoneMismatches7d} of ${history.zoneVisits7d} visits in 7 days`,
        expected: `fewer than ${ZONE_MISMATCH_SHARE_MIN * 100} in 100`,
      })
    }
    const [first, ...others] = found
    if (first) return detected(Math.max(...found.map(({ reason }) => STRENGTH[reason])), first, ...others)
    return zone.known ? clear : cannotTell(zone.why)
  },
})
