import { absent, type Source } from '../source.ts'

/** Short lines in which shaping, fallback fonts and emoji take part. Chosen by hand, November 2026. */
const LINES = [
  ['37px serif', 'Åvg fi Qy'],
  ['37px sans-serif', 'Ħq⅞ ﷽'],
  ['37px monospace', '{W}→字'],
  ['37px cursive', 'jumping fox'],
  ['37px system-ui', '🦦👩‍🚀🏴‍☠️'],
] as const

const MEASURES = [
  'width',
  'actualBoundingBoxLeft',
  'actualBoundingBoxRight',
  'actualBoundingBoxAscent',
  'actualBoundingBoxDescent',
  'fontBoundingBoxAscent',
  'fontBoundingBoxDescent',
] as const

/**
 * How wide and high lines of text come out, by generic family: shows the default fonts and the shaper, to fractions of
 * a pixel and without a pixel being read.
 *
 * Spec: https://html.spec.whatwg.org/multipage/canvas.html#textmetrics
 * Absent: where a canvas has no 2D context (jsdom without its canvas package). A measure that the browser does not know is null.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const textMetrics: Source<'textMetrics'> = ({ document }) => {
  const context = document?.createElement?.('canvas').getContext?.('2d')
  if (!context?.measureText) return absent('unavailable')
  const value: Record<string, (number | null)[]> = {}
  for (const [font, line] of LINES) {
    context.font = font
    const metrics = context.measureText(line)
    value[font.slice(5)] = MEASURES.map((measure) => metrics[measure] ?? null)
  }
  return { value }
}
