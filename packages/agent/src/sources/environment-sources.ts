import { pause } from '../clock.ts'
import { looking } from '../has.ts'
import { murmur128 } from '../murmur.ts'
import { absent, type Source } from '../source.ts'
import { utf8 } from '../utf8.ts'

/** Apps that show pages inside them, by the bridge that they open to the page. Chosen by hand, November 2026. */
const BRIDGES =
  'webkit.messageHandlers chrome.webview external.notify process.versions cordova Capacitor __TAURI_INTERNALS__ AndroidInterface JSBridge AlipayJSBridge QQJSBridge ksBridge dingtalk'

const MOTION =
  'AbsoluteOrientationSensor GravitySensor DeviceMotionEvent.requestPermission ondeviceorientationabsolute ondevicelight DevicePosture'

/** Seven frames at 60 Hz last 117 ms; pages in the background get none. */
const FRAMES = 7
const FRAMES_MS = 300

const WIDTH = 44
const HEIGHT = 20

/** How far red and blue are apart where edges are smoothed by the parts of a pixel; noise is weaker. */
const COLOURED = 24

/**
 * What the page runs in: an app, a remote desktop, a machine without graphics, a device that is moved about.
 *
 * Spec: https://w3c.github.io/webappsec-permissions-policy/#featurepolicy, https://www.w3.org/TR/generic-sensor/; bridges belong to their makers
 * Absent: `fontSmoothing` without a canvas, `refreshRate` without frames, as in the background,
 * `allowedFeatures` outside Chromium.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const environmentSources = {
  refreshRate: async (g) => {
    if (!g.requestAnimationFrame) return absent('unavailable')
    const timesMs: number[] = []
    const frames = new Promise<void>((resolve) => {
      const next = (atMs: number): void => {
        if (timesMs.push(atMs) > FRAMES) resolve()
        else g.requestAnimationFrame?.(next)
      }
      g.requestAnimationFrame?.(next)
    })
    await Promise.race([frames, pause(g, FRAMES_MS)])
    const gapsMs = timesMs.map((ms, i) => ms - (timesMs[i - 1] ?? ms)).slice(1)
    gapsMs.sort((a, b) => a - b)
    const [shortest, longest, frameMs] = [gapsMs[0], gapsMs.at(-1), gapsMs[gapsMs.length >> 1]]
    if (shortest === undefined || longest === undefined || frameMs === undefined) return absent('unavailable')
    return { value: { frameMs, spreadMs: longest - shortest } }
  },
  fontSmoothing: ({ document }) => {
    const canvas = document?.createElement?.('canvas')
    const c = canvas?.getContext?.('2d', { alpha: false, willReadFrequently: true })
    if (!canvas || !c?.getImageData) return absent('unavailable')
    canvas.width = WIDTH
    canvas.height = HEIGHT
    c.fillStyle = '#fff'
    c.fillRect(0, 0, WIDTH, HEIGHT)
    c.fillStyle = '#000'
    c.font = '15px sans-serif'
    c.fillText('Wavy', 2, 15)
    const { data } = c.getImageData(0, 0, WIDTH, HEIGHT)
    let [solid, grey, coloured] = [0, 0, 0]
    for (let i = 0; i < data.length; i += 4) {
      const [r = 0, g = 0, b = 0] = [data[i], data[i + 1], data[i + 2]]
      if (Math.abs(r - b) > COLOURED) coloured++
      else if (g < COLOURED) solid++
      else if (g < 255 - COLOURED) grey++
    }
    return { value: { solid, grey, coloured } }
  },
  appMarks: looking(BRIDGES),
  motionInterfaces: looking(MOTION),
  allowedFeatures: ({ document }) => {
    const names = document?.featurePolicy?.allowedFeatures?.()
    if (!names) return absent('unavailable')
    return { value: { count: names.length, digest: murmur128(utf8([...names].sort().join())) } }
  },
} satisfies {
  readonly [K in 'refreshRate' | 'fontSmoothing' | 'appMarks' | 'motionInterfaces' | 'allowedFeatures']: Source<K>
}
