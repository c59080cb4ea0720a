import { decodePayload, decodeReadings, gapNumbers, type ShownSignal, showSignals } from '@tracio/contract'
import { familyOf } from '@tracio/engine'
import { parse } from './open.ts'
import type { StoredReadings } from './ports/ledger.ts'

/** A signal as the API shows it: where there is no value, the reason also as the number of the wire. */
export type StoredSignal = ShownSignal & { readonly status: number | null }

/**
 * Decodes readings as they were sent, by today's decoders, which is some 0.2 ms of work. They were accepted when they
 * came, so they are a payload of bounded size; null when a later version has stopped to understand them.
 */
export function storedSignals({ bytes, encoding }: StoredReadings, userAgent: string): readonly StoredSignal[] | null {
  const payload = decodePayload(parse(bytes, encoding))
  if (!payload) return null
  const readings = decodeReadings(payload.readings, familyOf(userAgent))
  return showSignals(readings, payload.timings).map((signal) => ({ ...signal, status: statusOf(signal) }))
}

/** 0 for a value; null for `invalid`, which no agent sends. */
function statusOf({ gap }: ShownSignal): number | null {
  if (gap === undefined) return 0
  return gap === 'invalid' ? null : gapNumbers[gap]
}
