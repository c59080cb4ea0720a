import type { SignalName } from '@tracio/contract'
import { isNamed } from '../error-name.ts'
import type { CanvasLike, Context2d, Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { absent, type Sample, type Source } from '../source.ts'
import { utf8 } from '../utf8.ts'

/** Formats that some browser writes, besides PNG, to which Firefox adds a salt: https://html.spec.whatwg.org/multipage/canvas.html#a-serialisation-of-the-bitmap-as-a-file */
const FORMATS = 'jpeg webp avif bmp gif'

/** What is assigned to which property of a 2D context; what it then says shows what it understood, and how it writes it. */
const ASSIGNED = [
  ['font', 'bold italic 1e1px/2 Ab, serif'],
  ['fillStyle', 'color(display-p3 1 .5 0 / .3)'],
  ['strokeStyle', 'hsl(200 40% 30% / .501)'],
  ['filter', 'blur(2px)'],
  ['letterSpacing', '1em'],
  ['fontVariantCaps', 'small-caps'],
  ['textRendering', 'geometricPrecision'],
  ['lang', 'tr'],
  ['globalCompositeOperation', 'plus-lighter'],
] as const

/**
 * What a canvas can write, understand and keep.
 *
 * Spec: https://html.spec.whatwg.org/multipage/canvas.html
 * Absent: where a canvas has no 2D context (jsdom without its canvas package); `denied` where it may not be read.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const canvasSources = {
  // A browser writes PNG for formats that it does not know.
  canvasEncodings: (g) =>
    onPaper(g, (paper, canvas) => {
      paper.fillStyle = '#639'
      paper.fillRect(0, 0, 16, 16)
      return FORMATS.split(' ').map((format) => {
        const url = canvas.toDataURL?.(`image/${format}`) ?? ''
        return url.startsWith(`data:image/${format}`) ? murmur128(utf8(url)) : null
      })
    }),

  // No property is a null, so that it is not taken for one that refused.
  canvasFeatures: (g) =>
    onPaper(g, (paper) =>
      ASSIGNED.map(([name, value]) => {
        if (!(name in paper)) return null
        Reflect.set(paper, name, value)
        return String(Reflect.get(paper, name))
      }),
    ),

  // Colours lose a little by being multiplied with their opacity and divided again, in each engine differently; noise
  // shows in pixels that differ from their neighbours of the same colour.
  canvasPixels: (g) =>
    onPaper(g, (paper) => {
      for (let x = 0; x < 16; x++) {
        paper.fillStyle = `rgba(${x * 15}, ${255 - x * 9}, 77, ${0.04 + x / 17})`
        paper.fillRect(x, 0, 1, 2)
      }
      return Array.from(paper.getImageData?.(0, 0, 16, 2).data ?? [])
    }),
} satisfies { readonly [K in SignalName]?: Source<K> }

/** Lets `use` work on a small empty canvas in the processor's memory. */
function onPaper<T>(g: Global, use: (paper: Context2d, canvas: CanvasLike) => T): Sample<T> {
  const canvas = g.document?.createElement?.('canvas')
  if (canvas) canvas.width = canvas.height = 16
  const paper = canvas?.getContext?.('2d', { willReadFrequently: true })
  if (!canvas || !paper) return absent('unavailable')
  try {
    return { value: use(paper, canvas) }
  } catch (error) {
    if (isNamed(error, 'SecurityError')) return absent('denied')
    throw error
  }
}
