import type { TracioEvent } from './event.ts'
import { networkColumns } from './network-columns.ts'
import { toRfc3339 } from './to-rfc3339.ts'
import { velocityColumns } from './velocity-columns.ts'

/**
 * Reads an event as the flat snake_case object of `GET /api/v1/subscriptions/:id/events/:requestId`. Fields of
 * products that are not delivered yet are null, because false would claim that somebody looked. The page's own fields are
 * one JSON text, so that the list of columns is the same for every event.
 */
export function toFlat(event: TracioEvent): FlatEvent {
  const { identification, bot, score, decision } = event
  return {
    request_id: event.requestId,
    visitor_id: identification.visitorId,
    timestamp: toRfc3339(event.at),
    phase: event.phase,
    revision: event.revision,
    environment: event.environment,
    url: event.url,
    linked_id: event.linkedId,
    linked_id_type: event.linkedIdType,
    linked_id_signed: event.linkedIdSigned,
    tag: event.tag,
    fields: JSON.stringify(event.fields),
    fields_rejected: event.fieldsRejected,
    gpc: event.gpc,
    user_agent: event.userAgent,
    browser_name: event.browser?.name ?? null,
    browser_version: event.browser?.version ?? null,
    os_name: event.os?.name ?? null,
    os_version: event.os?.version ?? null,
    device: event.device,
    confidence: identification.confidence,
    visit_type: identification.kind === 'none' ? null : identification.found ? 'returning' : 'new',
    ambiguous: identification.ambiguous,
    look_alikes: identification.lookAlikes,
    first_seen_at: identification.firstSeenAt === null ? null : toRfc3339(identification.firstSeenAt),
    last_seen_at: identification.lastSeenAt === null ? null : toRfc3339(identification.lastSeenAt),
    device_hash: identification.deviceHash,
    sealed: event.sealed,
    replayed: event.session === 'replayed',
    session: event.session,
    cookie: event.cookie,
    incognito: null,
    bot_result: bot.result,
    bot_type: bot.type,
    bot_score: bot.score,
    risk_score: score.riskScore,
    suspect_score: score.suspectScore,
    risk_level: decision.riskLevel,
    decision: decision.action,
    monitor: decision.monitor,
    ip: event.ip,
    ...networkColumns(event),
    ...velocityColumns(event),
    agent_version: event.agentVersion,
    engine_version: event.engineVersion,
  }
}

/** The flat event: one level, JSON primitives only. Times are RFC 3339 UTC. */
export type FlatEvent = Readonly<Record<string, string | number | boolean | null>>
