/** How the visits of one address fitted where it is, of the last seven days, this one left out. */
export interface AddressHistory {
  /** Visits of which it could be told whether the browser's zone fits the address's country; null: not known. */
  readonly zoneVisits7d: number | null
  /** How many of those did not fit; null: not known. */
  readonly zoneMismatches7d: number | null
}

/**
 * Fewer visits say nothing of an address: a couple that travels makes half of four. Chosen by hand, November 2026; revisit
 * with the corpus.
 */
export const ZONE_VISITS_MIN = 10

/** From this share of misfits on, an address is taken for one that strangers are sent through. The product's own figure. */
export const ZONE_MISMATCH_SHARE_MIN = 0.5

/** Half or more of enough visits did not fit. Undefined: too little is known. */
export function zonesMismatch({ zoneVisits7d, zoneMismatches7d }: AddressHistory): boolean | undefined {
  if (zoneVisits7d === null || zoneMismatches7d === null || zoneVisits7d < ZONE_VISITS_MIN) return
  return zoneMismatches7d / zoneVisits7d >= ZONE_MISMATCH_SHARE_MIN
}
