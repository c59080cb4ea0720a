import { cardPixels } from '../card-pixels.ts'
import { isNamed } from '../error-name.ts'
import { withFrame } from '../frame.ts'
import { absent, type Source } from '../source.ts'
import { webglContext } from '../webgl-context.ts'

interface Noise {
  readonly changed: number
  readonly moved: number
  readonly by: number
}

const SIDE = 16
const FRAMES = 512
const RATE_HZ = 44_100

/** https://registry.khronos.org/webgl/specs/latest/1.0/#5.14 */
const COLOR_BUFFER_BIT = 0x4000

/** Boxes of 100 by 50: as they are, rotated, and rotated and scaled to broken numbers. */
const TURNS = ['none', 'rotate(30deg)', 'rotate(7deg) scale(1.37)']

/** How what came back differs from what was put in, and the second look from the first. */
function noise(put: readonly number[], first: ArrayLike<number>, second: ArrayLike<number>): Noise {
  let [changed, moved, by] = [0, 0, 0]
  for (const [i, value] of put.entries()) {
    const seen = first[i] ?? Number.NaN
    if (seen !== value) changed++
    if (seen !== second[i]) moved++
    // Nothing at all counts as changed, by no amount.
    by = Math.max(by, Math.abs(seen - value) || 0)
  }
  return { changed, moved, by }
}

/**
 * What comes back other than it was put in: pixels of 256 colours, a WebGL canvas of one colour, samples of a ramp, boxes
 * of known size.
 *
 * Spec: https://html.spec.whatwg.org/multipage/canvas.html#dom-context-2d-getimagedata,
 * https://webaudio.github.io/web-audio-api/#dom-audiobuffer-copyfromchannel, https://drafts.csswg.org/cssom-view/#dom-element-getboundingclientrect
 * Absent: where canvases, WebGL, WebGL 2, offline audio or layout are missing (jsdom), or a context was lost; `denied` where pixels
 * may not be read.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const noiseSources = {
  audioNoise: async ({ OfflineAudioContext }) => {
    if (!OfflineAudioContext) return absent('unavailable')
    const context = new OfflineAudioContext(1, FRAMES, RATE_HZ)
    const buffer = context.createBuffer?.(1, FRAMES, RATE_HZ)
    const source = context.createBufferSource?.()
    if (!buffer || !source) return absent('unavailable')
    // Halves of powers of two, which single precision holds exactly.
    const put = Array.from({ length: FRAMES }, (_, i) => i / FRAMES - 0.5)
    buffer.getChannelData(0).set(put)
    source.buffer = buffer
    source.connect(context.destination)
    source.start()
    const rendered = await context.startRendering()
    const first = rendered.getChannelData(0)
    const second = new Float32Array(FRAMES)
    if (rendered.copyFromChannel) rendered.copyFromChannel(second, 0)
    return { value: noise(put, first, rendered.copyFromChannel ? second : first) }
  },
  canvasNoise: ({ document }) => {
    const canvas = document?.createElement?.('canvas')
    const c = canvas?.getContext?.('2d', { willReadFrequently: true })
    if (!canvas || !c?.getImageData) return absent('unavailable')
    canvas.width = canvas.height = SIDE
    const put: number[] = []
    for (let i = 0; i < SIDE * SIDE; i++) {
      const rgb = [i, 255 - i, (i * 7) % 256]
      put.push(...rgb, 255)
      c.fillStyle = `rgb(${rgb.join()})`
      c.fillRect(i % SIDE, Math.floor(i / SIDE), 1, 1)
    }
    try {
      return { value: noise(put, c.getImageData(0, 0, SIDE, SIDE).data, c.getImageData(0, 0, SIDE, SIDE).data) }
    } catch (error) {
      if (isNamed(error, 'SecurityError')) return absent('denied')
      throw error
    }
  },
  webglNoise: async (g) => {
    const gl = webglContext(g, 'webgl2')
    if (!gl?.clear || !gl.clearColor) return absent('unavailable')
    gl.clearColor(0.2, 0.4, 0.6, 1)
    gl.clear(COLOR_BUFFER_BIT)
    // As it was, for others.
    gl.clearColor(0, 0, 0, 0)
    const [first, second] = await Promise.all([cardPixels(g, gl, SIDE), cardPixels(g, gl, SIDE)])
    const put = Array.from({ length: SIDE * SIDE }, () => [51, 102, 153, 255]).flat()
    return first && second ? { value: noise(put, first, second) } : absent('unavailable')
  },
  rectsNoise: (g) =>
    withFrame(g, ({ contentDocument: inside }) => {
      if (!inside?.body) return
      const { body } = inside
      const spans = TURNS.map((turn) => {
        const span = inside.createElement('span')
        span.style.cssText = `position:absolute;width:100px;height:50px;transform:${turn}`
        body.append(span)
        return span
      })
      const look = (): readonly number[] =>
        spans.flatMap((span) => {
          const box = span.getBoundingClientRect?.()
          return box ? [box.width, box.height] : []
        })
      const sizes = look()
      return sizes.some(Boolean) ? { value: { sizes, moved: noise(sizes, look(), sizes).changed } } : undefined
    }) ?? absent('unavailable'),
} satisfies { readonly [K in 'audioNoise' | 'canvasNoise' | 'webglNoise' | 'rectsNoise']: Source<K> }
