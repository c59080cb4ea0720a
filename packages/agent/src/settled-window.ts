import { nowMs, pause } from './clock.ts'
import type { Global } from './global.ts'

/**
 * How long a window that claims no outer size may take to get one. In headful Chromium 156 the outer sizes were zero
 * for some 100 ms after one navigation in 10 to 80 (our measurements, November 2026).
 */
const SETTLE_MS = 120

/** How often to look while it settles. */
const LOOK_MS = 30

/** Whether a window claims to have no outer size, which soon after a navigation says nothing yet. */
export const unsettled = ({ outerWidth, outerHeight, setTimeout }: Global): boolean =>
  setTimeout !== undefined && (outerWidth === 0 || outerHeight === 0)

/** Resolves when the window has an outer size, or has had its time to get one. */
export async function settledWindow(g: Global): Promise<void> {
  const began = nowMs(g)
  while (unsettled(g) && nowMs(g) - began < SETTLE_MS) await pause(g, LOOK_MS)
}
