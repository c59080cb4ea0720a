import type { Global } from '../global.ts'
import type { Listeners, WatchedEvent } from './behaviour-extras.ts'
import type { Add } from './summaries.ts'

/**
 * A scroll follows its wheel, key or finger within frames, and goes on by itself for a while. Chosen by hand, November
 * 2026; revisit with the corpus.
 */
const FOLLOWS_MS = 1000

/** How far the page itself is scrolled, by inputs. Parts of the page that scroll are not looked at. */
export function watchScrolling(g: Global, add: Add): Listeners {
  let { scrollX: x = 0, scrollY: y = 0 } = g
  // Too long before all times.
  let causedMs = -FOLLOWS_MS
  const caused = ({ timeStamp }: WatchedEvent): void => {
    causedMs = timeStamp
  }
  return {
    pointerdown: caused,
    keydown: caused,
    wheel: caused,
    touchmove: caused,
    scroll(event) {
      if (event.target !== g.document) return
      const { scrollX = 0, scrollY = 0 } = g
      const way = Math.hypot(scrollX - x, scrollY - y)
      x = scrollX
      y = scrollY
      if (event.timeStamp - causedMs >= FOLLOWS_MS) return
      add('scrolls', way)
      // A fling lasts for seconds after the finger has left.
      caused(event)
    },
  }
}
