import { type Finding, type TracioEvent, toRfc3339 } from '@tracio/contract'
import { bandOf, type Observations, sentences } from '@tracio/engine'

/** The sentence behind a reason code; null for one of an engine that knew other reasons. */
const sentenceOf = (reason: string): string | null => sentences.get(reason) ?? null

/**
 * Why an event is as it is: how its visitor was found, what each detector saw, expected or missed, and how the score
 * adds up to the decision.
 */
export function explain(event: TracioEvent) {
  const { identification, score, decision, findings } = event
  return {
    request_id: event.requestId,
    timestamp: toRfc3339(event.at),
    revision: event.revision,
    agent_version: event.agentVersion,
    engine_version: event.engineVersion,
    identification: {
      visitor_id: identification.visitorId,
      match: identification.kind,
      confidence: identification.confidence,
      ambiguous: identification.ambiguous,
      look_alikes: identification.lookAlikes,
      device_hash: identification.deviceHash,
      steps: identification.explanation.map(({ reason, observed }) => ({
        reason,
        sentence: sentenceOf(reason),
        observed,
      })),
    },
    bot: event.bot,
    findings: findings.map(explainFinding),
    score: {
      risk_score: score.riskScore,
      suspect_score: score.suspectScore,
      parts: score.parts.map(({ kind, category, cause, points }) => ({
        kind,
        category: category ?? null,
        cause,
        points,
      })),
    },
    decision: {
      risk_level: decision.riskLevel,
      action: decision.action,
      monitor: decision.monitor,
      band: bandOf(score.riskScore),
    },
  }
}

function explainFinding(finding: Finding) {
  return {
    detector: finding.detector,
    category: finding.category,
    outcome: finding.outcome,
    strength: finding.outcome === 'detected' ? finding.strength : null,
    evidence:
      finding.outcome === 'detected'
        ? finding.evidence.map(({ reason, observed, expected }) => ({
            reason,
            sentence: sentenceOf(reason),
            observed,
            expected,
          }))
        : [],
    missing: finding.outcome === 'unknown' ? finding.missing : [],
  }
}

/**
 * What the server saw beside the readings when the event came; null when that is not kept any more. Header names are
 * those that detectors look at; cookies are not kept, only whose they were.
 */
export function explainObservations(stored: string | undefined) {
  if (stored === undefined) return null
  // Our own text comes back: `record.ts` wrote it.
  const { request, candidates } = JSON.parse(stored) as Omit<Observations, 'readings'>
  return {
    headers: request.headers,
    proxy_headers: request.proxyHeaders ?? null,
    sealed: request.sealed,
    session: request.session,
    cookie: request.cookie,
    candidates: {
      by_cookie: candidates.cookie === null ? 0 : 1,
      cookie_disputed: candidates.cookie?.disputed ?? false,
      by_device: candidates.frozen.length,
    },
  }
}
