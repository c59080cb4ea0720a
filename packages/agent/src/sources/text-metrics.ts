import { numbersOf } from '../numbers-of.ts'
import { recordOf } from '../record-of.ts'
import { type Source, unavailable } from '../source.ts'

/**
 * Short lines in which shaping, ligatures and kerning take part. Without scripts for which a browser has to look for another
 * font, which took 10 ms of 12 (Chromium 156, November 2026); the emoji box and the canvas ask for such. Chosen by hand.
 */
const LINES: Readonly<Record<string, string>> = {
  serif: 'Åvg fi Qy',
  'sans-serif': 'Ħq⅞ AVA',
  cursive: 'jumping fox',
  'system-ui': 'Tö 17·ffl',
}

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
  if (!context?.measureText) return unavailable
  const value = recordOf(Object.keys(LINES), (family) => {
    context.font = `37px ${family}`
    const metrics = context.measureText?.(LINES[family] ?? '')
    return metrics && numbersOf(metrics).map(([, measure]) => measure)
  })
  return { value }
}
