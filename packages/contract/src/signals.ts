import type { Decoded } from './decoder.ts'
import { type SignalName, signalIds } from './signal-ids.ts'
import { botSignals } from './signals/bot.ts'
import { displaySignals } from './signals/display.ts'
import { drawingSignals } from './signals/drawing.ts'
import { environmentSignals } from './signals/environment.ts'
import { networkSignals } from './signals/network.ts'
import { platformSignals } from './signals/platform.ts'
import { renderingSignals } from './signals/rendering.ts'
import { scriptEngineSignals } from './signals/script-engine.ts'
import type { Signal } from './signals/signal.ts'
import { storageSignals } from './signals/storage.ts'
import { timeSignals } from './signals/time.ts'

/** The single list of signals: everything an agent may send, by name. */
export const signals = {
  ...platformSignals,
  ...displaySignals,
  ...timeSignals,
  ...storageSignals,
  ...renderingSignals,
  ...drawingSignals,
  ...scriptEngineSignals,
  ...networkSignals,
  ...environmentSignals,
  ...botSignals,
} satisfies {
  readonly [K in SignalName]: Signal<unknown>
}

/** The value of each signal, as its decoder yields it. */
export type Signals = { readonly [K in SignalName]: Decoded<(typeof signals)[K]['decode']> }

/** All names, in the order of their wire ids. */
export const signalNames: readonly SignalName[] = (Object.keys(signalIds) as SignalName[]).sort(
  (a, b) => Number(signalIds[a].slice(1)) - Number(signalIds[b].slice(1)),
)
