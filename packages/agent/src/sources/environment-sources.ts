import { within } from '../clock.ts'
import { looking } from '../has.ts'
import { rounded } from '../rounded.ts'
import { type Source, unavailable } from '../source.ts'

/** Apps that show pages inside them, by the bridge that they open to the page. Chosen by hand, November 2026. */
const BRIDGES = 'webkit.messageHandlers chrome.webview cordova Capacitor __TAURI_INTERNALS__'

/** Seven frames at 60 Hz last 117 ms; pages in the background get none. */
const FRAMES = 7
const FRAMES_MS = 300

/**
 * What the page runs in: an app, a remote desktop, a machine without graphics.
 *
 * Spec: https://html.spec.whatwg.org/multipage/imagebitmap-and-animations.html#animation-frames; bridges belong to their makers
 * Absent: `refreshRate` without frames, as in the background.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const environmentSources = {
  refreshRate: async (g) => {
    const timesMs: number[] = []
    const watch = async (): Promise<void> => {
      while (timesMs.length <= FRAMES) {
        timesMs.push(await new Promise<number>((resolve) => g.requestAnimationFrame?.(resolve)))
      }
    }
    await within(g, FRAMES_MS, watch())
    const value = timesMs.slice(1).map((ms, i) => rounded(ms - (timesMs[i] ?? ms)))
    return value.length ? { value } : unavailable
  },
  appMarks: looking(BRIDGES),
} satisfies { readonly [K in 'refreshRate' | 'appMarks']: Source<K> }
