import type { BotVerdict, Category, Finding, Identification, NetworkVerdict, Score, ScorePart } from '@tracio/contract'

/** Most points that a category can give; together 100. Source: the product's page on the score, November 2026. */
export const categoryCaps: Readonly<Record<Category, number>> = {
  ip: 25,
  bot: 25,
  tampering: 20,
  device: 15,
  privacy: 10,
  behaviour: 5,
}

// `Object.keys` forgets the key type of the exhaustive record above.
const categories = Object.keys(categoryCaps) as readonly Category[]

/**
 * Contributions are whole quarters of a point. Quarters are exact in binary, so the parts add up to the score in any
 * order and in any language, without a tolerance.
 */
const STEPS_PER_POINT = 4

/** Tampering above this strength is significant, after the product's "anomaly > 0.5"; November 2026. */
const SIGNIFICANT_TAMPERING_ABOVE = 0.5

/** What the floors look at. */
interface Judged {
  readonly findings: readonly Finding[]
  readonly bot: BotVerdict
  readonly network: NetworkVerdict
  readonly identification: Identification
}

interface Floor {
  readonly cause: string
  /** The score is lifted to this, never lowered. */
  readonly points: number
  applies(judged: Judged): boolean
}

/** Floors that can occur today, the highest first: they lift the score into the bands of the product's own table. */
const floors: readonly Floor[] = [
  { cause: 'bot', points: 81, applies: ({ bot }) => bot.result === 'bot' },
  { cause: 'tor', points: 81, applies: ({ network }) => network.tor.result },
  {
    cause: 'proxy_with_tampering',
    points: 61,
    applies: ({ findings, network }) => network.proxy.result && isTamperingSignificant(findings),
  },
  // A relay sets `vpn` as well, and is one by itself further down.
  {
    cause: 'vpn',
    points: 31,
    applies: ({ network: { vpn } }) => vpn.result && vpn.confidence !== 'low' && !vpn.methods.relay,
  },
  { cause: 'significant_tampering', points: 31, applies: ({ findings }) => isTamperingSignificant(findings) },
  {
    cause: 'unusual_velocity',
    points: 31,
    applies: ({ findings }) =>
      findings.some(({ detector, outcome }) => detector === 'velocity' && outcome === 'detected'),
  },
  { cause: 'datacenter', points: 11, applies: ({ network }) => network.datacenter.result },
  { cause: 'relay', points: 11, applies: ({ network }) => network.relay.result },
  { cause: 'first_visit', points: 11, applies: ({ identification }) => identification.kind === 'new' },
]

const isTamperingSignificant = (findings: readonly Finding[]): boolean =>
  (strongest(findings, 'tampering')?.strength ?? 0) > SIGNIFICANT_TAMPERING_ABOVE

/** Sums the strongest finding of each category, lifts the sum to the highest floor, and lists every part. */
export function score(judged: Judged): Score {
  const parts = categories.flatMap((category) => contribution(judged.findings, category))
  const suspectScore = parts.reduce((sum, { points }) => sum + points, 0)
  const floor = floors.find(({ applies }) => applies(judged))
  const lifted = floor ? Math.max(suspectScore, floor.points) : suspectScore
  if (floor && lifted > suspectScore) parts.push({ kind: 'floor', cause: floor.cause, points: lifted - suspectScore })
  const riskScore = Math.round(lifted)
  if (riskScore !== lifted) parts.push({ kind: 'rounding', cause: 'whole_points', points: riskScore - lifted })
  return { suspectScore, riskScore, parts }
}

/** At most one part: detectors of one category look at the same root cause. */
function contribution(findings: readonly Finding[], category: Category): ScorePart[] {
  const finding = strongest(findings, category)
  if (!finding) return []
  const points = Math.round(finding.strength * categoryCaps[category] * STEPS_PER_POINT) / STEPS_PER_POINT
  return points === 0 ? [] : [{ kind: 'contribution', category, cause: finding.detector, points }]
}

type Detection = Extract<Finding, { outcome: 'detected' }>

/** The strongest detection of a category; of equals the first in the registry. */
function strongest(findings: readonly Finding[], category: Category): Detection | undefined {
  let best: Detection | undefined
  for (const finding of findings) {
    if (finding.category !== category || finding.outcome !== 'detected') continue
    if (!best || finding.strength > best.strength) best = finding
  }
  return best
}
