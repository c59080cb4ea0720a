import type { TracioEvent, Velocity } from '@tracio/contract'
import { bot } from './bot.ts'
import { decide } from './decide.ts'
import { detectors } from './detectors/index.ts'
import { ENGINE_VERSION } from './engine-version.ts'
import { identify } from './identify/identify.ts'
import type { VisitorChange } from './identify/visitor-change.ts'
import type { Observations } from './observations.ts'
import { type Prepared, prepare } from './prepare.ts'
import { runDetectors } from './run-detectors.ts'
import { score } from './score.ts'
import { see } from './see.ts'
import { velocityMetricsOf } from './velocity/velocity-metrics.ts'
import { velocitySuspicions } from './velocity/velocity-suspicions.ts'

/** The event, and what the server has to write about visitors. */
export interface Evaluation {
  readonly event: TracioEvent
  readonly change: VisitorChange
}

/** Of observations that are older than the counters. */
const UNCOUNTED: Velocity = { windows: {}, metrics: {}, suspicious: [] }

/**
 * Observations in, event out: derive, identify, detect, score, decide. No clock, no luck, no input or output. Whoever
 * looked up candidates has prepared already and hands it in; a replay leaves it out and gets the same.
 */
export function evaluate(
  observations: Observations,
  prepared: Prepared = prepare(observations.readings, observations.request.userAgent),
): Evaluation {
  const { identification, change } = identify(observations, prepared)
  const counts = observations.velocity && velocityMetricsOf(observations.velocity, identification)
  const findings = runDetectors(detectors, see(observations, prepared.derived, counts))
  const verdict = bot(findings)
  const scored = score({ findings, bot: verdict, identification })

  const { page, request, minted } = observations
  const { derived } = prepared
  const event: TracioEvent = {
    requestId: minted.requestId,
    workspaceId: request.workspaceId,
    at: request.at,
    phase: page.phase,
    revision: 1,
    engineVersion: ENGINE_VERSION,
    agentVersion: page.agentVersion,
    environment: request.environment,
    sealed: request.sealed,
    session: request.session,
    cookie: request.cookie,
    url: page.url,
    linkedId: page.linkedId,
    tag: page.tag,
    ip: request.ip,
    userAgent: request.userAgent,
    browser: derived.claimedBrowser ?? null,
    os: derived.claimedOs ?? null,
    device: derived.claimedDevice ?? null,
    identification,
    velocity: counts ? { ...counts, suspicious: velocitySuspicions(counts) } : UNCOUNTED,
    bot: verdict,
    findings,
    score: scored,
    decision: decide(scored.riskScore),
  }
  return { event, change }
}
