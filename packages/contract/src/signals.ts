import type { Decoded } from './decoder.ts'
import { type SignalName, signalIds } from './signal-ids.ts'
import { automationSignals } from './signals/automation.ts'
import { behaviourSignals } from './signals/behaviour.ts'
import { botSignals } from './signals/bot.ts'
import { displaySignals } from './signals/display.ts'
import { drawingSignals } from './signals/drawing.ts'
import { environmentSignals } from './signals/environment.ts'
import { interfaceSignals } from './signals/interfaces.ts'
import { mediaFormatSignals } from './signals/media-formats.ts'
import { networkSignals } from './signals/network.ts'
import { noiseSignals } from './signals/noise.ts'
import { platformSignals } from './signals/platform.ts'
import { renderingSignals } from './signals/rendering.ts'
import { scriptEngineSignals } from './signals/script-engine.ts'
import type { Signal } from './signals/signal.ts'
import { storageSignals } from './signals/storage.ts'
import { styleSignals } from './signals/style.ts'
import { tamperingSignals } from './signals/tampering.ts'
import { timeSignals } from './signals/time.ts'
import { workerSignals } from './signals/worker.ts'

/** The single list of signals: everything an agent may send, by name. */
export const signals = {
  ...platformSignals,
  ...interfaceSignals,
  ...mediaFormatSignals,
  ...displaySignals,
  ...styleSignals,
  ...timeSignals,
  ...storageSignals,
  ...renderingSignals,
  ...drawingSignals,
  ...scriptEngineSignals,
  ...networkSignals,
  ...environmentSignals,
  ...noiseSignals,
  ...botSignals,
  ...workerSignals,
  ...automationSignals,
  ...tamperingSignals,
  ...behaviourSignals,
} satisfies {
  readonly [K in SignalName]: Signal<unknown>
}

/** The value of each signal, as its decoder yields it. */
export type Signals = { readonly [K in SignalName]: Decoded<(typeof signals)[K]['decode']> }

/** All names, in the order of their wire ids. */
export const signalNames: readonly SignalName[] = (Object.keys(signalIds) as SignalName[]).sort(
  (a, b) => Number(signalIds[a].slice(1)) - Number(signalIds[b].slice(1)),
)

/** A signal that agents of today send: one that is not retired. */
export type CurrentSignalName = {
  [K in SignalName]: (typeof signals)[K] extends { readonly retired: string } ? never : K
}[SignalName]

/** Names of the signals that agents of today send, in the order of their wire ids. */
export const currentSignalNames: readonly CurrentSignalName[] = signalNames.filter(isCurrent)

function isCurrent(name: SignalName): name is CurrentSignalName {
  return !('retired' in signals[name])
}
