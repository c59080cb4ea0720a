import type { GapName } from './gap.ts'
import type { Reading, Readings } from './reading.ts'
import { type SignalName, signalIds } from './signal-ids.ts'
import type { Tier } from './signals/signal.ts'
import { currentSignalNames, signalNames, signals } from './signals.ts'

/** One signal as APIs and pages show it. */
export interface ShownSignal {
  readonly id: string
  readonly name: string
  readonly family: string
  readonly tier: Tier
  readonly value?: unknown
  readonly gap?: GapName
  readonly evidence?: unknown
  /** Milliseconds that its source took; absent when the agent did not say. */
  readonly ms?: number
}

/** All signals of an event, in the order of their ids; retired ones only where an older agent sent them. */
export function showSignals(readings: Readings, timings: Readonly<Record<string, number>>): readonly ShownSignal[] {
  const current: readonly SignalName[] = currentSignalNames
  const shown = signalNames.filter((name) => current.includes(name) || !isSkipped(readings[name]))
  return shown.map((name) => {
    const id = signalIds[name]
    const ms = timings[id]
    const { family, tier } = signals[name]
    return { id, name, family, tier, ...readings[name], ...(ms === undefined ? {} : { ms }) }
  })
}

const isSkipped = (reading: Reading<unknown>): boolean => 'gap' in reading && reading.gap === 'skipped'
