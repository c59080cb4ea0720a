import type { Global } from './global.ts'

/** Milliseconds on a clock that nobody sets, or the wall clock where there is no other: only differences mean anything. */
export const nowMs = (g: Global): number => g.performance?.now?.() ?? Date.now()

/** Calls back after a while; at once where there are no timers, because nothing here may wait for ever. */
const timer = (g: Global, ms: number, callback: () => void): unknown =>
  g.setTimeout ? g.setTimeout(callback, ms) : callback()

/** Resolves after a while; at once where there are no timers. */
export const pause = (g: Global, ms: number): Promise<void> => new Promise((resolve) => timer(g, ms, resolve))

/** What the promise gives, or what `late` gives, if anything, when it takes longer. Leaves no timer behind. */
export function within<T>(g: Global, ms: number, promise: Promise<T>): Promise<T | undefined>
export function within<T, L>(g: Global, ms: number, promise: Promise<T>, late: () => L): Promise<T | L>
export function within(g: Global, ms: number, promise: Promise<unknown>, late?: () => unknown): Promise<unknown> {
  let set: unknown
  const deadline = new Promise<void>((resolve) => {
    set = timer(g, ms, resolve)
  }).then(late)
  return Promise.race([promise, deadline]).finally(() => g.clearTimeout?.(set))
}

/** Lets the page have the thread. A message and not a timer, because timers of hidden pages fire once a second. */
export const nextTask = (g: Global): Promise<void> =>
  new Promise((resolve) => {
    if (!g.MessageChannel) return resolve()
    const { port1, port2 } = new g.MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
