import { setTimeout as pause } from 'node:timers/promises'
import type { EpochMs } from '@tracio/contract'
import type { Opened } from '../open.ts'
import type { TurnSightings } from '../ports/turn-sightings.ts'

/** Where sightings come from. */
export interface SightingSource {
  /** Undefined: nobody looks. */
  readonly sightings?: TurnSightings
  /** How long after its answer to the browser somebody else may tell of it; absent: it is known by then. */
  readonly sightingDelayMs?: number
}

/** A look is a question to a map. */
const LOOK_EVERY_MS = 10

/**
 * Waits for word of a browser that says to have been answered, where word takes another way than the answer: the payload can
 * be faster, and most pages send no second one. Who says so untruly waits for nothing, alone.
 */
export async function awaitSighting(
  { session, readings }: Pick<Opened, 'session' | 'readings'>,
  at: EpochMs,
  { sightings, sightingDelayMs = 0 }: SightingSource,
): Promise<void> {
  const { turnProbe } = readings
  const isAnswered = 'value' in turnProbe && turnProbe.value.kinds.includes('relay')
  if (!sightings || !isAnswered) return
  const id = session.id.bytes.toString('base64url')
  for (let waitedMs = 0; waitedMs < sightingDelayMs; waitedMs += LOOK_EVERY_MS) {
    if ((await sightings.addresses(id, at)).length > 0) return
    await pause(LOOK_EVERY_MS)
  }
}
