import type { Decoded } from './decoder.ts'
import { type SignalName, signalIds } from './signal-ids.ts'
import { botSignals } from './signals/bot.ts'
import { platformSignals } from './signals/platform.ts'
import { renderingSignals } from './signals/rendering.ts'
import type { Signal } from './signals/signal.ts'

/** The single list of signals: everything an agent may send, by name. */
export const signals = { ...platformSignals, ...renderingSignals, ...botSignals } satisfies {
  readonly [K in SignalName]: Signal<unknown>
}

/** The value of each signal, as its decoder yields it. */
export type Signals = { readonly [K in SignalName]: Decoded<(typeof signals)[K]['decode']> }

/** All names, in the order of their wire ids. */
export const signalNames: readonly SignalName[] = (Object.keys(signalIds) as SignalName[]).sort(
  (a, b) => Number(signalIds[a].slice(1)) - Number(signalIds[b].slice(1)),
)
