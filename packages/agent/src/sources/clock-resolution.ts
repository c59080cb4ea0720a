import { type Source, unavailable } from '../source.ts'

/**
 * How often to look at most, and for how long. Browsers that hide time step by 16 or 100 ms, which is longer than the
 * page shall wait. Chosen by hand, November 2026.
 */
const LOOKS_MAX = 20_000
const WATCH_MS = 3

/**
 * The smallest step in which the clock was seen to move within 3 ms, and how often it moved. Coarse clocks come with
 * resistance to fingerprinting and with pages that are not isolated.
 *
 * Spec: https://w3c.github.io/hr-time/#dfn-coarsen-time
 * Absent: where there is no `performance`. A clock that did not move has a step of null.
 * Checked: Chromium 156, November 2026: 0.1 ms in a page that is not isolated.
 */
export const clockResolution: Source<'clockResolution'> = ({ performance }) => {
  if (!performance?.now) return unavailable
  const beganMs = performance.now()
  let minStepMs: number | null = null
  let ticks = 0
  let last = beganMs
  for (let look = 0; look < LOOKS_MAX && last - beganMs < WATCH_MS; look++) {
    const now = performance.now()
    if (now > last) {
      minStepMs = Math.min(minStepMs ?? now - last, now - last)
      ticks++
    }
    last = now
  }
  return { value: { minStepMs, ticks } }
}
