import type { Identification, TracioEvent, Velocity } from '@tracio/contract'
import { bot } from './bot.ts'
import { decide } from './decide.ts'
import { detectors } from './detectors/index.ts'
import { ENGINE_VERSION } from './engine-version.ts'
import { judgeNetwork, locationOf } from './network/judge-network.ts'
import type { Derived, Observations } from './observations.ts'
import { runDetectors } from './run-detectors.ts'
import { score } from './score.ts'
import { see, type Watched } from './see.ts'
import { velocityMetricsOf } from './velocity/velocity-metrics.ts'
import { velocitySuspicions } from './velocity/velocity-suspicions.ts'

/** Of observations that are older than the counters. */
const UNCOUNTED: Velocity = { windows: {}, metrics: {}, suspicious: [] }

/** The part of an event that follows from what was observed and from who it is: all that a second look may change. */
export type Judgement = Pick<
  TracioEvent,
  | 'engineVersion'
  | 'browser'
  | 'os'
  | 'device'
  | 'velocity'
  | 'network'
  | 'location'
  | 'bot'
  | 'findings'
  | 'score'
  | 'decision'
>

/** Detect, score, decide, about somebody who has been identified. */
export function judge(
  observations: Watched & Pick<Observations, 'velocity'>,
  derived: Derived,
  identification: Identification,
): Judgement {
  const counts = observations.velocity && velocityMetricsOf(observations.velocity, identification)
  const seen = see(observations, derived, counts)
  const findings = runDetectors(detectors, seen)
  const verdict = bot(findings)
  const network = judgeNetwork(seen, findings, observations.request.at)
  const scored = score({ findings, bot: verdict, network, identification })
  return {
    engineVersion: ENGINE_VERSION,
    browser: derived.claimedBrowser ?? null,
    os: derived.claimedOs ?? null,
    device: derived.claimedDevice ?? null,
    velocity: counts ? { ...counts, suspicious: velocitySuspicions(counts) } : UNCOUNTED,
    network,
    location: locationOf(observations.ip),
    bot: verdict,
    findings,
    score: scored,
    decision: decide(scored.riskScore),
  }
}
