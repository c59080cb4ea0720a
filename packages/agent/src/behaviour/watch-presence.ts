import type { Global } from '../global.ts'
import type { Listeners } from './behaviour-extras.ts'
import type { Add } from './summaries.ts'

interface Presence {
  readonly on: Listeners
  /** For how many ms nothing of the page was seen, until a time of `nowMs`. */
  hiddenMs(untilMs: number): number
}

/** Watches how long the window has no focus, and how long nothing of the page is seen. */
export function watchPresence(g: Global, add: Add, startMs: number): Presence {
  let blurredMs = Number.NaN
  let hiddenBeforeMs = 0
  let sinceMs = startMs
  let hidden = false
  const hiddenMs = (untilMs: number): number => hiddenBeforeMs + (hidden ? untilMs - sinceMs : 0)
  function look(atMs: number): void {
    hiddenBeforeMs = hiddenMs(atMs)
    sinceMs = atMs
    hidden = g.document?.visibilityState === 'hidden'
  }
  look(startMs)
  return {
    on: {
      // Elements of the page blur and focus too.
      blur({ target, timeStamp }) {
        if (target === g) blurredMs = timeStamp
      },
      focus({ target, timeStamp }) {
        if (target !== g) return
        add('awayTime', timeStamp - blurredMs)
        blurredMs = Number.NaN
      },
      visibilitychange: ({ timeStamp }) => look(timeStamp),
    },
    hiddenMs,
  }
}
