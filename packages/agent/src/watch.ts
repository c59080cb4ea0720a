import type { SignalName, Signals } from '@tracio/contract'
import { gapNumbers, signalIds } from '@tracio/contract/wire'
import { attempt } from './attempt.ts'
import type { Global } from './global.ts'
import { read } from './read.ts'
import type { Sample } from './source.ts'

/** Watches what happens on the page from when it is called, and tells what it has seen whenever it is asked. */
export type Watcher<K extends SignalName> = (g: Global) => { read(): Sample<Signals[K]>; stop(): void }

/** Watchers by the signal that they make. */
export type Watchers = { readonly [K in SignalName]?: Watcher<K> }

/** Watchers that run together. */
export interface Watching {
  /** Starts them all, unless they run already. */
  start(): void
  /** What they have seen by now, by wire id; nothing while they do not run. */
  seen(): Seen
  stop(): void
}

/** Values and gaps of watchers, as a payload carries them. */
export interface Seen {
  readonly values: Readonly<Record<string, unknown>>
  readonly gaps: Readonly<Record<string, number>>
}

/** Undefined: it could not start. */
type Started = ReturnType<Watcher<SignalName>> | undefined

/** Puts watchers together. One that fails is a gap of its own, and the others go on. */
export function watchTogether(watchers: Watchers, g: Global): Watching {
  let started: readonly (readonly [SignalName, Started])[] = []
  return {
    start() {
      if (started.length > 0) return
      // The type of the parameter says that its keys are signal names; `entries` cannot.
      started = Object.entries(watchers).map(([name, watcher]) => [name as SignalName, attempt(() => watcher(g))])
    },
    seen() {
      const values: Record<string, unknown> = {}
      const gaps: Record<string, number> = {}
      for (const [name, watcher] of started) {
        // One that did not start has nothing to be read by, which is the same failure.
        const outcome = read(() => (watcher as ReturnType<Watcher<SignalName>>).read(), g)
        if ('value' in outcome) values[signalIds[name]] = outcome.value
        else if ('gap' in outcome) gaps[signalIds[name]] = gapNumbers[outcome.gap]
      }
      return { values, gaps }
    },
    stop() {
      for (const [, watcher] of started) watcher?.stop()
      started = []
    },
  }
}
