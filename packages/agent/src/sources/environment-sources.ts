import { within } from '../clock.ts'
import { looking } from '../has.ts'
import { rounded } from '../rounded.ts'
import { absent, type Source } from '../source.ts'

/** Apps that show pages inside them, by the bridge that they open to the page. Chosen by hand, November 2026. */
const BRIDGES = 'webkit.messageHandlers chrome.webview cordova Capacitor __TAURI_INTERNALS__'

/** Seven frames at 60 Hz last 117 ms; pages in the background get none. */
const FRAMES = 7
const FRAMES_MS = 300

const WIDTH = 44
const HEIGHT = 20

/** How far red and blue are apart where edges are smoothed by the parts of a pixel; noise is weaker. */
const COLOURED = 24

/**
 * What the page runs in: an app, a remote desktop, a machine without graphics.
 *
 * Spec: https://html.spec.whatwg.org/multipage/canvas.html#2dcontext,
 * https://html.spec.whatwg.org/multipage/imagebitmap-and-animations.html#animation-frames; bridges belong to their makers
 * Absent: `fontSmoothing` without a canvas, `refreshRate` without frames, as in the background.
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
    await within(g, FRAMES_MS, watch(), () => undefined)
    const value = timesMs.slice(1).map((ms, i) => rounded(ms - (timesMs[i] ?? ms)))
    return value.length ? { value } : absent('unavailable')
  },
  fontSmoothing: ({ document }) => {
    // Opaque, because only there edges are coloured; then it is black to begin with.
    const c = document?.createElement?.('canvas').getContext?.('2d', { alpha: false, willReadFrequently: true })
    if (!c?.getImageData) return absent('unavailable')
    c.fillStyle = '#fff'
    c.font = '15px sans-serif'
    c.fillText('Wavy', 2, 15)
    const { data } = c.getImageData(0, 0, WIDTH, HEIGHT)
    const value = { solid: 0, grey: 0, coloured: 0 }
    for (let i = 0; i < data.length; i += 4) {
      const [r = 0, g = 0, b = 0] = data.subarray(i, i + 3)
      if (Math.abs(r - b) > COLOURED) value.coloured++
      else if (g > 255 - COLOURED) value.solid++
      else if (g > COLOURED) value.grey++
    }
    return { value }
  },
  appMarks: looking(BRIDGES),
} satisfies { readonly [K in 'refreshRate' | 'fontSmoothing' | 'appMarks']: Source<K> }
