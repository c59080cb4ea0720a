import type { SignalName, Signals } from '@tracio/contract'
import type { Global } from './global.ts'
import type { Sample } from './source.ts'

/** Watches for what becomes one signal of the late payload, from its call on until `stop`. Asks and prints nothing. */
export type Watcher<K extends SignalName> = (g: Global) => { read(): Sample<Signals[K]>; stop(): void }
