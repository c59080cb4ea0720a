import type { AddressHistory } from '../observations.ts'

/**
 * Fewer say nothing of an address: a visitor counts once a day, so two guests from abroad make fourteen in a week. Chosen by
 * hand, November 2026; revisit with the corpus.
 */
export const ZONE_VISITS_MIN = 20

/** From this share of misfits on, an address is taken for one that strangers are sent through. The product's own figure. */
export const ZONE_MISMATCH_SHARE_MIN = 0.5

/** Half or more of enough visits did not fit. Undefined: too little is known. */
export function zonesMismatch({ zoneVisits7d, zoneMismatches7d }: AddressHistory): boolean | undefined {
  if (zoneVisits7d === null || zoneMismatches7d === null || zoneVisits7d < ZONE_VISITS_MIN) return
  return zoneMismatches7d / zoneVisits7d >= ZONE_MISMATCH_SHARE_MIN
}
