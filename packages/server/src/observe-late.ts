import type { TracioEvent } from '@tracio/contract'
import type { Observations } from '@tracio/engine'
import { ApiError } from './api-error.ts'
import type { ObserveDeps, Received } from './observe.ts'
import type { Opened } from './open.ts'
import { recall } from './recall.ts'
import { turnFacts } from './turn/turn-facts.ts'

/** What a late payload is to its session. */
export type LateSeen =
  /** This very payload came before: the event to answer with again. */
  | { readonly kind: 'retry'; readonly event: TracioEvent }
  /** Another late payload came before, so this one is an event of its own. */
  | { readonly kind: 'replay' }
  /** The event that it amends, with what was observed when that came. */
  | { readonly kind: 'amends'; readonly event: TracioEvent; readonly observations: Observations }

/**
 * Every read of a late payload. Throws an `ApiError` when there is no event that it may amend: nothing came before it, what
 * came was erased, or what came was sealed and this is not. A session's id is no secret, so an unsealed payload proves
 * nothing about who sends it.
 */
export async function observeLate(
  opened: Opened,
  { at }: Pick<Received, 'at'>,
  { ledger, sightings }: Pick<ObserveDeps, 'ledger' | 'sightings'>,
): Promise<LateSeen> {
  const { session, bodyHash } = opened
  const before = await ledger.sentBefore(session.id.bytes)
  const retry = before.find((one) => [one.bodyHash, one.lateHash].some((hash) => hash && bodyHash.equals(hash)))
  if (retry) return { kind: 'retry', event: retry.event }
  const primary = before.find(({ event }) => event.session !== 'replayed')
  if (!primary) throw new ApiError('conflict', 'A late payload needs a primary one of the same session before it.')
  if (primary.lateHash !== null) return { kind: 'replay' }
  const { event } = primary
  if (event.sealed && !opened.sealed) {
    throw new ApiError('conflict', 'A late payload must be sealed when the primary one of its session was.')
  }
  const observations = await recall(ledger, event.workspaceId, event.requestId)
  if (!observations) throw new ApiError('conflict', 'The readings of the primary payload are not kept any more.')
  // What came too late for the primary payload has come by now; what was seen then may be forgotten by now.
  const turn = await turnFacts(sightings, session, at)
  return { kind: 'amends', event, observations: { ...observations, ...turn } }
}
