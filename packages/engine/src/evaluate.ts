import type { TracioEvent } from '@tracio/contract'
import { identify } from './identify/identify.ts'
import type { VisitorChange } from './identify/visitor-change.ts'
import { judge } from './judge.ts'
import type { Observations } from './observations.ts'
import { type Prepared, prepare } from './prepare.ts'

/** The event, and what the server has to write about visitors. */
export interface Evaluation {
  readonly event: TracioEvent
  readonly change: VisitorChange
}

/**
 * Observations in, event out: derive, identify, detect, score, decide. No clock, no luck, no input or output. Whoever
 * looked up candidates has prepared already and hands it in; a replay leaves it out and gets the same.
 */
export function evaluate(
  observations: Observations,
  prepared: Prepared = prepare(observations.readings, observations.request.userAgent),
): Evaluation {
  const { identification, change } = identify(observations, prepared)
  const { page, request, minted } = observations
  const event: TracioEvent = {
    requestId: minted.requestId,
    workspaceId: request.workspaceId,
    at: request.at,
    phase: page.phase,
    revision: 1,
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
    identification,
    ...judge(observations, prepared.derived, identification),
  }
  return { event, change }
}
