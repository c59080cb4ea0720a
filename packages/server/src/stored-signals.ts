import { gapNumbers, type ShownSignal, showSignals, type TracioEvent } from '@tracio/contract'
import { mergeReadings } from '@tracio/engine'
import { decodeBody } from './decode-body.ts'
import type { Ledger } from './ports/ledger.ts'

/** A signal as the API shows it: where there is no value, the reason also as the number of the wire. */
export type StoredSignal = ShownSignal & { readonly status: number | null }

/**
 * The readings by which an event is judged now: what came first, and what came late beside it, by today's decoders. Some
 * 0.2 ms of work; they were accepted when they came, so they are of bounded size. Null: they are not kept any more.
 */
export async function storedSignals(
  ledger: Pick<Ledger, 'readings' | 'lateBody'>,
  { workspaceId, requestId, userAgent }: TracioEvent,
): Promise<readonly StoredSignal[] | null> {
  const [first, late] = await Promise.all([
    ledger.readings(workspaceId, requestId),
    ledger.lateBody(workspaceId, requestId),
  ])
  if (!first) return null
  const { payload, readings } = decodeBody(first, userAgent)
  const later = late && decodeBody(late.readings, userAgent)
  const shown = later
    ? showSignals(mergeReadings(readings, later.readings), { ...later.payload.timings, ...payload.timings })
    : showSignals(readings, payload.timings)
  return shown.map((signal) => ({ ...signal, status: statusOf(signal) }))
}

/** 0 for a value; null for `invalid`, which no agent sends. */
function statusOf({ gap }: ShownSignal): number | null {
  if (gap === undefined) return 0
  return gap === 'invalid' ? null : gapNumbers[gap]
}
