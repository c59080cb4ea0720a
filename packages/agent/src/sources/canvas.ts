import { drawShapes, SHAPES_HEIGHT, SHAPES_WIDTH } from '../draw-shapes.ts'
import { expecting } from '../expecting.ts'
import type { Context2d, Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { denied, type Sample, type Source, unavailable } from '../source.ts'

/**
 * How the machine draws: whether paths know the even-odd rule, and digests of a text and of shapes. Text shows fonts,
 * hinting and emoji; shapes show curves, gradients, blur and blending, hence the graphics stack. Both are drawn by the
 * processor: that needs no wait for the card, whose own drawing another signal shows. Pixels are read and not a PNG,
 * because Firefox ESR 153 salts every PNG anew in each session and leaves the pixels of normal windows as they are.
 *
 * Spec: https://html.spec.whatwg.org/multipage/canvas.html
 * Absent: where a canvas has no 2D context (jsdom without its canvas package); `denied` where it is drawn and may not be
 * read, which throws a SecurityError.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const canvas: Source<'canvas'> = (g) => {
  let winding = false
  const text = drawn(g, 210, 52, (c) => {
    drawText(c)
    winding = windsEvenOdd(c)
  })
  const geometry = drawn(g, SHAPES_WIDTH, SHAPES_HEIGHT, drawShapes)
  if (!text || !geometry) return unavailable
  return readOff(() => ({ winding, geometry: digest(geometry()), text: digest(text()) }))
}

/** A digest of all pixels of a drawing. */
export const digest = (pixels: ArrayLike<number>): string => murmur128(new Uint8Array(pixels))

/** What is read off drawings, which some browsers let nobody do. */
export const readOff = <T>(read: () => T): Sample<T> => expecting('SecurityError', () => ({ value: read() }), denied)

/** Draws on a new canvas, and gives what looks at its pixels; undefined where there is no such thing. */
export function drawn(
  g: Global,
  width: number,
  height: number,
  draw: (c: Context2d) => void,
): (() => Uint8ClampedArray) | undefined {
  const canvas = g.document?.createElement?.('canvas')
  const context = canvas?.getContext?.('2d', { willReadFrequently: true })
  const read = context?.getImageData
  if (!canvas || !read) return
  canvas.width = width
  canvas.height = height
  draw(context)
  return () => read.call(context, 0, 0, width, height).data
}

/** Two scripts, a ligature, a fraction, symbols and an emoji, in the three families that every system has. */
function drawText(c: Context2d): void {
  c.textBaseline = 'alphabetic'
  c.fillStyle = '#0b6e4f'
  c.fillRect(96, 4, 71, 33)
  const lines = [
    ['19px serif', '#f26419', 'Afflux ⅞ Żółw Юг'],
    ['italic 15px sans-serif', 'rgba(51, 101, 138, 0.73)', 'Kiwi & yak @ 04:37 🦦'],
    ['13px monospace', '#2d2a32', 'Ω≈ç√∫ → {il1|} ☂'],
  ]
  for (const [i, [font = '', color = '', line = '']] of lines.entries()) {
    c.font = font
    c.fillStyle = color
    c.fillText(line, 3.25 + 9 * i, 19.5 + 15.3 * i)
  }
}

/** A square in a square: by the even-odd rule the middle of both is outside. The path is never painted. */
function windsEvenOdd(c: Context2d): boolean {
  c.beginPath()
  c.rect(0, 0, 30, 30)
  c.rect(10, 10, 10, 10)
  return !c.isPointInPath(15, 15, 'evenodd')
}
