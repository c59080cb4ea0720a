import type { SignalName } from '@tracio/contract'
import { behaviourWatchers } from '../behaviour/behaviour-watchers.ts'
import type { Watcher } from '../watch.ts'

/** Every signal of the late payload: watched from the first result on, read when that payload is made. */
export const watchers = {
  ...behaviourWatchers,
} satisfies { readonly [K in SignalName]?: Watcher<K> }
