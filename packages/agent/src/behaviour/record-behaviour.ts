import { nowMs } from '../clock.ts'
import type { Global } from '../global.ts'
import { listen } from '../listen.ts'
import type { WatchedEvent } from './behaviour-extras.ts'
import { createSummaries, type Summaries } from './summaries.ts'
import { watchKeys } from './watch-keys.ts'
import { watchPointer } from './watch-pointer.ts'
import { watchPresence } from './watch-presence.ts'
import { watchScrolling } from './watch-scrolling.ts'

/** What is counted. No `unload` and no `beforeunload`: they cost a page its place in the back/forward cache. */
const TYPES =
  'pointermove pointerdown pointerup mousemove mousedown touchstart touchmove touchend wheel keydown keyup input paste click scroll focus blur visibilitychange'

/** Before the page's own listeners, which may stop an event, and never in the way of a scroll. */
const OPTIONS = { capture: true, passive: true } as const

/** What a window's visitor did so far. */
export interface BehaviourRecord {
  /** How many events the browser made, by type. */
  readonly trusted: Readonly<Record<string, number>>
  /** How many events a script made, by type. */
  readonly synthetic: Readonly<Record<string, number>>
  /** Milliseconds until the first trusted one, by type. */
  readonly firstMs: Readonly<Record<string, number>>
  readonly summary: Summaries['read']
  time(): { readonly watchedMs: number; readonly hiddenMs: number }
  end(): void
}

/**
 * Watches a window by one listener for all types until `end`. Of an event nothing is kept but what it adds to sums. Wheel
 * deltas are not read: in Firefox, who reads them first decides in which unit everybody else gets them
 * (`WheelEvent.deltaMode`, Firefox 153, November 2026).
 */
export function recordBehaviour(g: Global): BehaviourRecord {
  const startMs = nowMs(g)
  const trusted: Record<string, number> = {}
  const synthetic: Record<string, number> = {}
  const firstMs: Record<string, number> = {}
  const { add, read } = createSummaries()
  const presence = watchPresence(g, add, startMs)
  const tables = [watchPointer(add), watchKeys(add), watchScrolling(g, add), presence.on]

  function note(event: WatchedEvent): void {
    const { type, isTrusted, timeStamp } = event
    const counts = isTrusted ? trusted : synthetic
    counts[type] = (counts[type] ?? 0) + 1
    if (!isTrusted) return
    firstMs[type] ??= Math.max(0, Math.round(timeStamp - startMs))
    for (const on of tables) on[type]?.(event)
  }

  return {
    trusted,
    synthetic,
    firstMs,
    summary: read,
    time() {
      const atMs = nowMs(g)
      return { watchedMs: Math.round(atMs - startMs), hiddenMs: Math.round(presence.hiddenMs(atMs)) }
    },
    end: listen(g, TYPES, note, OPTIONS),
  }
}
