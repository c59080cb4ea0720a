import type { NetworkVerdict } from '@tracio/contract'
import { type NetworkFlag, networkFlags } from '../../ports/event-search.ts'

/** The bit that says `detected`; the next one says `clear`, and neither that it is not known. Stored: no row ever changes. */
const detectedBits = {
  vpn: 1 << 0,
  proxy: 1 << 2,
  tor: 1 << 4,
  relay: 1 << 6,
  datacenter: 1 << 8,
  residentialProxy: 1 << 10,
  ipBlocklist: 1 << 12,
  timezoneMismatch: 1 << 14,
} as const satisfies Readonly<Record<NetworkFlag, number>>

/** The bit that an event has of which an answer is as wanted: true is detected, false is clear. */
export const networkBit = (flag: NetworkFlag, wanted: boolean): number =>
  wanted ? detectedBits[flag] : detectedBits[flag] << 1

/** All that is known of a visit's network, as one number: 0 when nothing is. */
export const networkBits = (network: NetworkVerdict): number =>
  networkFlags.reduce((bits, flag) => bits | bitOf(flag, network[flag].status), 0)

function bitOf(flag: NetworkFlag, status: NetworkVerdict[NetworkFlag]['status']): number {
  return status === 'unknown' ? 0 : networkBit(flag, status === 'detected')
}
