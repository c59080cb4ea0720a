import type { TracioEvent } from './event.ts'
import { unlookedLocation, unlookedNetwork } from './unlooked-network.ts'

/** What events lack that were stored before a field existed. Whoever adds a field to the event says it here. */
const BEFORE = {
  linkedIdType: null,
  linkedIdSigned: null,
  fields: {},
  fieldsRejected: 0,
  gpc: null,
  // Nobody counted.
  velocity: { windows: {}, metrics: {}, suspicious: [] },
  // Nobody looked the address up.
  network: unlookedNetwork,
  location: unlookedLocation,
} as const satisfies Partial<TracioEvent>

/** Reads an event from the JSON that a ledger keeps, whichever version wrote it. */
export function storedEvent(json: string): TracioEvent {
  // Our own text comes back: it was an event when a ledger wrote it.
  return { ...BEFORE, ...(JSON.parse(json) as TracioEvent) }
}
