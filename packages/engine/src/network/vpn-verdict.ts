import type { Confidence, NetworkVerdict, VpnMethods } from '@tracio/contract'
import { clearBy, type FindingsByDetector, hasFound, hasReason } from './findings-by-detector.ts'

type Vpn = NetworkVerdict['vpn']

/** Reasons of a zone that speaks for a VPN alone; a near one, or a roaming phone's, does so only a little. */
const ZONE_STRONG = ['zone_far', 'zones_of_address'] as const

/**
 * Whether the visit comes through a VPN, by five methods.
 *
 * A relay is one by itself: nothing else is then asked, and it alone is named. Otherwise the confidence is high where UDP
 * came from elsewhere or where two methods agree of which one could stand alone, medium where one stands alone, low where only
 * a clock differs a little. That the system differs says that a browser hides, not a way: it supports others, and is shown,
 * but makes no VPN.
 *
 * `clear` means that current lists of VPNs and of relays, and the tables of their networks, do not have the address, and that
 * nothing else which could be looked at spoke against it. It does not mean that there is none: a private VPN on a line at
 * home, in the visitor's own country, with UDP inside it, cannot be seen by anybody. Where lists of VPNs or of relays were
 * never fetched, are too old or are off, the answer is `unknown`.
 */
export function vpnVerdict(findings: FindingsByDetector, originTimezone: string | null): Vpn {
  const isRelay = hasFound(findings, 'relay')
  const methods: VpnMethods = {
    timezoneMismatch: !isRelay && hasFound(findings, 'timezone_mismatch'),
    publicVPN: !isRelay && hasFound(findings, 'public_vpn'),
    osMismatch: !isRelay && hasFound(findings, 'os_mismatch'),
    relay: isRelay,
    turn: !isRelay && hasFound(findings, 'turn_mismatch'),
  }
  const confidence = confidenceOf(methods, hasReason(findings, 'timezone_mismatch', ...ZONE_STRONG))
  if (confidence) return { status: 'detected', result: true, confidence, originTimezone, methods }
  return { ...clearBy(findings, 'public_vpn', 'relay'), confidence: null, originTimezone, methods }
}

function confidenceOf(methods: VpnMethods, isZoneStrong: boolean): Confidence | null {
  const { timezoneMismatch, publicVPN, osMismatch, relay, turn } = methods
  if (turn) return 'high'
  if (relay) return 'medium'
  const agreeing = [timezoneMismatch, publicVPN, osMismatch].filter(Boolean).length
  if (publicVPN || isZoneStrong) return agreeing > 1 ? 'high' : 'medium'
  return timezoneMismatch ? 'low' : null
}
