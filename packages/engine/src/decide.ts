import type { Decision } from '@tracio/contract'

/** Bands of the score, in whole points, the highest first. Source: the product's table, November 2026. */
const bands: readonly (Decision & { readonly from: number })[] = [
  { from: 81, riskLevel: 'critical', action: 'deny', monitor: false },
  { from: 61, riskLevel: 'high', action: 'review', monitor: false },
  { from: 31, riskLevel: 'medium', action: 'challenge', monitor: false },
  { from: 11, riskLevel: 'low', action: 'allow', monitor: true },
]

/** The highest score there is. */
const RISK_SCORE_MAX = 100

const normal: Decision = { riskLevel: 'normal', action: 'allow', monitor: false }

/** What to do about a score. */
export function decide(riskScore: number): Decision {
  const band = bands.find(({ from }) => riskScore >= from)
  if (!band) return normal
  const { riskLevel, action, monitor } = band
  return { riskLevel, action, monitor }
}

/** The scores, both included, that are decided on alike. */
export function bandOf(riskScore: number): { readonly from: number; readonly to: number } {
  const index = bands.findIndex(({ from }) => riskScore >= from)
  const above = bands[index === -1 ? bands.length - 1 : index - 1]
  return { from: bands[index]?.from ?? 0, to: above ? above.from - 1 : RISK_SCORE_MAX }
}

/** The levels that a score of this or more can have, the lowest first. */
export function riskLevelsFrom(riskScore: number): readonly Decision['riskLevel'][] {
  const levels = [normal, ...bands.toReversed()].map(({ riskLevel }) => riskLevel)
  return levels.slice(levels.indexOf(decide(riskScore).riskLevel))
}
