import { FROZEN_READ_MIN, frozenNames } from './frozen-key.ts'

/** A new visitor: the product's own figure (its troubleshooting page; November 2026). */
export const NEW = 0.9

/**
 * A new id although several known visitors look the same: one of them may well have come back without a cookie.
 * An even chance, chosen by hand, November 2026; revisit with the corpus.
 */
export const AMBIGUOUS = 0.5

/**
 * A match on signals alone is "typically 0.85 to 0.95" (the same page; November 2026). Within that range it
 * grows with the number of frozen signals read. The first matcher cannot see crowds before their second member, so these
 * figures are too high for fleets and phones; the learned matcher replaces them.
 */
export const FROZEN_MIN = 0.85
export const FROZEN_MAX = 0.95

/**
 * A known cookie: at least 0.95 and at most 0.995, the product's examples for returning visitors
 * (November 2026). Each visit that went well halves, thirds, quarters ... the remaining doubt: by hand, November 2026.
 */
export const COOKIE_MIN = 0.95
export const COOKIE_MAX = 0.995

/** Confidence in a match on the frozen key, by how many frozen signals were read. */
export function frozenConfidence(read: number): number {
  const share = (read - FROZEN_READ_MIN) / (frozenNames.length - FROZEN_READ_MIN)
  return rounded(FROZEN_MIN + (FROZEN_MAX - FROZEN_MIN) * share)
}

/** Confidence in a known cookie, by how many visits were stored before this one. */
export const cookieConfidence = (visits: number): number =>
  rounded(COOKIE_MAX - (COOKIE_MAX - COOKIE_MIN) / Math.max(1, visits))

/** Four decimals are more than a hand-made figure can carry. */
const rounded = (chance: number): number => Math.round(chance * 1e4) / 1e4
