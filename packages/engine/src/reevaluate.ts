import type { Readings, TracioEvent } from '@tracio/contract'
import { derive } from './derive/derive.ts'
import { judge } from './judge.ts'
import { mergeReadings } from './merge-readings.ts'
import type { Observations } from './observations.ts'

/**
 * The next revision of a stored event: judged again by what was observed when it came and, where a late payload brought
 * some, by later readings. Who it was is kept, and with it all that the event says beside the verdict; only what `judge`
 * gives is new. Pure: a replay gets what the server got.
 */
export function reevaluate(event: TracioEvent, observations: Observations, late?: Readings): TracioEvent {
  const readings = late ? mergeReadings(observations.readings, late) : observations.readings
  const derived = derive(readings, observations.request.userAgent)
  return {
    ...event,
    ...judge({ ...observations, readings }, derived, event.identification),
    phase: late ? 'late' : event.phase,
    revision: event.revision + 1,
  }
}
