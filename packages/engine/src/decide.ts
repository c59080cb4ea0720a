import type { Decision } from '@tracio/contract'

/** Bands of the score, in whole points, the highest first. Source: the product's table, November 2026. */
const bands: readonly (Decision & { readonly from: number })[] = [
  { from: 81, riskLevel: 'critical', action: 'deny', monitor: false },
  { from: 61, riskLevel: 'high', action: 'review', monitor: false },
  { from: 31, riskLevel: 'medium', action: 'challenge', monitor: false },
  { from: 11, riskLevel: 'low', action: 'allow', monitor: true },
]

const normal: Decision = { riskLevel: 'normal', action: 'allow', monitor: false }

/** What to do about a score. */
export function decide(riskScore: number): Decision {
  const band = bands.find(({ from }) => riskScore >= from)
  if (!band) return normal
  const { riskLevel, action, monitor } = band
  return { riskLevel, action, monitor }
}
