import type { Listeners, WatchedEvent } from './behaviour-extras.ts'
import { type Add, PAUSE_MS } from './summaries.ts'

/** How the first of the visitor's pointers moves and presses. Keeps the last place and no way; NaN before there is one. */
export function watchPointer(add: Add): Listeners {
  let x = Number.NaN
  let y = x
  let atMs = x
  let pressedMs = x
  let heading = x

  function place({ clientX = 0, clientY = 0, timeStamp }: WatchedEvent): void {
    x = clientX
    y = clientY
    atMs = timeStamp
  }

  return {
    pointermove(event) {
      if (!event.isPrimary) return
      const [wasX, wasY, wasMs] = [x, y, atMs]
      place(event)
      const step = Math.hypot(x - wasX, y - wasY)
      const angle = Math.atan2(y - wasY, x - wasX)
      const ms = atMs - wasMs
      add('moveStep', step)
      add('moveInterval', ms, PAUSE_MS)
      if (ms >= PAUSE_MS) {
        heading = Number.NaN
        return
      }
      add('moveSpeed', step / ms)
      // Two events of one place have no direction.
      if (!(step > 0)) return
      // From 0, straight on, to pi, back.
      add('moveTurn', Math.PI - Math.abs(Math.PI - Math.abs(angle - heading)))
      heading = angle
    },
    pointerdown(event) {
      if (!event.isPrimary) return
      pressedMs = event.timeStamp
      if (event.pointerType === 'touch') {
        // A finger comes from nowhere.
        heading = Number.NaN
        place(event)
      } else add('pressPause', pressedMs - atMs)
    },
    pointerup({ isPrimary, timeStamp }) {
      if (!isPrimary) return
      add('pressDwell', timeStamp - pressedMs)
      pressedMs = Number.NaN
    },
  }
}
