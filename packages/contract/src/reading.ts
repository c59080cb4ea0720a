import { INVALID } from './decoder.ts'
import { type GapName, gapNamed } from './gap.ts'
import { type SignalName, signalIds } from './signal-ids.ts'
import type { BrowserFamily } from './signals/signal.ts'
import { type Signals, signalNames, signals } from './signals.ts'

/** A value, or a named gap. A gap never masquerades as a value. */
export type Reading<T> =
  | { readonly value: T }
  | {
      readonly gap: GapName
      /** What was seen instead: the differing values of an unstable reading, the start of an invalid one. */
      readonly evidence?: unknown
    }

/** One reading for every catalogued signal. */
export type Readings = { readonly [K in SignalName]: Reading<Signals[K]> }

/** The signal part of a payload, as JSON carried it: by wire id, nothing of it believed yet. */
export interface RawReadings {
  readonly values: Readonly<Record<string, unknown>>
  readonly gaps: Readonly<Record<string, unknown>>
  readonly differing: Readonly<Record<string, unknown>>
}

/** Enough of a broken value to recognise it by, not enough to fill a disk. */
const EVIDENCE_LENGTH_MAX = 200

/**
 * Decodes all signals. One bad signal is `invalid` and the rest stands. A signal that the agent neither sent nor
 * explained is `skipped`: an older agent does not know it. `family` refines `unavailable` to `unsupported`.
 */
export function decodeReadings(raw: RawReadings, family: BrowserFamily | undefined): Readings {
  const out: Partial<Record<SignalName, Reading<unknown>>> = {}
  for (const name of signalNames) out[name] = decodeOne(name, raw, family)
  // The loop has just given every name its reading, decoded by that name's own decoder.
  return out as Readings
}

function decodeOne(name: SignalName, raw: RawReadings, family: BrowserFamily | undefined): Reading<unknown> {
  const id = signalIds[name]
  const sent = Object.hasOwn(raw.values, id) ? raw.values[id] : undefined
  if (sent !== undefined) {
    const value = signals[name].decode(sent)
    return value === INVALID ? { gap: 'invalid', evidence: preview(sent) } : { value }
  }
  if (!Object.hasOwn(raw.gaps, id)) return { gap: 'skipped' }
  const gap = gapNamed(raw.gaps[id])
  if (gap === undefined) return { gap: 'invalid', evidence: preview(raw.gaps[id]) }
  if (gap === 'unstable') return { gap, evidence: differing(name, raw.differing[id]) }
  const { neverIn }: { neverIn?: readonly BrowserFamily[] } = signals[name]
  if (gap === 'unavailable' && family !== undefined && neverIn?.includes(family)) return { gap: 'unsupported' }
  return { gap }
}

/** The values that two reads gave, each decoded like the signal itself; what does not decode is left out. */
function differing(name: SignalName, sent: unknown): readonly unknown[] {
  if (!Array.isArray(sent)) return []
  return sent
    .slice(0, 3)
    .map((entry) => signals[name].decode(entry))
    .filter((value) => value !== INVALID)
}

const preview = (sent: unknown): string => JSON.stringify(sent).slice(0, EVIDENCE_LENGTH_MAX)
