import type { Listeners } from './behaviour-extras.ts'
import { type Add, PAUSE_MS } from './summaries.ts'

/**
 * The rhythm of typing. Which key it was is never asked, so a release belongs to a press only while no other key is
 * held; held keys are counted and not known.
 */
export function watchKeys(add: Add): Listeners {
  let pressedMs = Number.NaN
  let aloneSinceMs = Number.NaN
  let held = 0
  return {
    keydown({ repeat, timeStamp }) {
      if (repeat) return
      add('keyInterval', timeStamp - pressedMs, PAUSE_MS)
      pressedMs = timeStamp
      aloneSinceMs = held++ ? Number.NaN : timeStamp
    },
    keyup({ timeStamp }) {
      add('keyDwell', timeStamp - aloneSinceMs)
      aloneSinceMs = Number.NaN
      held = Math.max(0, held - 1)
    },
    // Of window or field: a key that is let go elsewhere may never be heard of.
    blur() {
      aloneSinceMs = Number.NaN
      held = 0
    },
  }
}
