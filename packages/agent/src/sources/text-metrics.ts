import { numbersOf } from '../numbers-of.ts'
import { absent, type Source } from '../source.ts'

/**
 * Short lines in which shaping, ligatures and kerning take part. Without scripts for which a browser has to look for another
 * font, which took 10 ms of 12 (Chromium 156, November 2026); the emoji box and the canvas ask for such. Chosen by hand.
 */
const LINES = [
  ['serif', 'Åvg fi Qy'],
  ['sans-serif', 'Ħq⅞ AVA'],
  ['cursive', 'jumping fox'],
  ['system-ui', 'Tö 17·ffl'],
] as const

/**
 * How wide and high lines of text come out, by generic family: shows the default fonts and the shaper, to fractions of
 * a pixel and without a pixel being read. The measures are those that the browser knows, in its own order.
 *
 * Spec: https://html.spec.whatwg.org/multipage/canvas.html#textmetrics
 * Absent: where a canvas has no 2D context (jsdom without its canvas package).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const textMetrics: Source<'textMetrics'> = ({ document }) => {
  const context = document?.createElement?.('canvas').getContext?.('2d')
  if (!context?.measureText) return absent('unavailable')
  const value: Record<string, readonly number[]> = {}
  for (const [family, line] of LINES) {
    context.font = `37px ${family}`
    value[family] = numbersOf(context.measureText(line)).map(([, measure]) => measure)
  }
  return { value }
}
