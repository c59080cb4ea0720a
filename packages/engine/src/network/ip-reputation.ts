import type { EpochMs, IpFacts, ListHit, NetworkVerdict, ReputationSource, ThreatKind } from '@tracio/contract'
import type { AddressStanding } from './address-standing.ts'
import { hitsOf } from './list-hits.ts'

/** What the worst accusation alone makes, of 100. Chosen by hand, November 2026; revisit with the corpus. */
const SEVERITY: Readonly<Record<ThreatKind, number>> = {
  malware: 60,
  credentialStuffing: 55,
  attackSource: 45,
  emailSpam: 35,
}

/** A list that counts only one source for the address may repeat somebody's mistake. */
const SINGLE_SOURCE_SHARE = 0.5

/** What each further list adds, and each further source that a list itself counts; both up to a limit. */
const PER_LIST = 10
const PER_COUNTED = 5
const COUNTED_MAX = 4

/** What a list last knew a week ago weighs half: infected homes are cleaned and addresses given to others. */
const FRESH_MS = 7 * 86_400_000
const OLD_SHARE = 0.5

const SCORE_MAX = 100
const UNKNOWN = { status: 'unknown', result: false, score: null, sources: [] } as const

/**
 * What lists of threats think of the address, 0 to 100: the worst accusation, more for every further source, less for old
 * ones. The sources add up to the score, up to 100. Tor, relays and VPNs hide people and accuse nobody, so they are no part of
 * it, and accusations against an exit of Tor or a relay fall on thousands and do not count.
 */
export function ipReputation(
  ip: IpFacts | undefined,
  standing: AddressStanding | undefined,
  at: EpochMs,
): NetworkVerdict['ipReputation'] {
  if (!ip || !standing) return UNKNOWN
  const { blockedBy, role } = standing
  if (blockedBy) return detectedBy([source(blockedBy, SCORE_MAX)])
  if (role === 'not_global') return UNKNOWN
  const isShared = role === 'tor' || role === 'relay' || role === 'trusted'
  const weighed = isShared ? [] : hitsOf(ip, 'threat').map((hit) => ({ hit, points: weightOf(hit, at) }))
  const [worst, ...others] = weighed.sort((a, b) => b.points - a.points)
  if (worst) {
    const share = (hit: ListHit) => (isOld(hit, at) ? OLD_SHARE : 1)
    return detectedBy([
      source(worst.hit, worst.points + PER_COUNTED * counted(worst.hit) * share(worst.hit)),
      ...others.map(({ hit }) => source(hit, (PER_LIST + PER_COUNTED * counted(hit)) * share(hit))),
    ])
  }
  if (!isShared && ip.gaps.threat !== undefined) return UNKNOWN
  return { status: 'clear', result: false, score: 0, sources: [] }
}

const isOld = ({ asOf }: ListHit, at: EpochMs): boolean => at - asOf > FRESH_MS

function weightOf(hit: ListHit, at: EpochMs): number {
  const severity = hit.threat === undefined ? 0 : SEVERITY[hit.threat]
  return severity * (hit.count === 1 ? SINGLE_SOURCE_SHARE : 1) * (isOld(hit, at) ? OLD_SHARE : 1)
}

/** Further sources that the list has counted beyond the first. */
const counted = ({ count = 1 }: ListHit): number => Math.min(COUNTED_MAX, Math.max(0, count - 1))

/** Points are whole, so that they add up in any order. */
const source = ({ feed, threat, count, asOf }: ListHit, points: number): ReputationSource => ({
  feed,
  threat: threat ?? null,
  count: count ?? null,
  asOf,
  points: Math.round(points),
})

const detectedBy = (sources: readonly ReputationSource[]): NetworkVerdict['ipReputation'] => ({
  status: 'detected',
  result: true,
  score: Math.min(
    SCORE_MAX,
    sources.reduce((sum, { points }) => sum + points, 0),
  ),
  sources,
})
