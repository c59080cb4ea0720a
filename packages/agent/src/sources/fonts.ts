import { nextTask, nowMs } from '../clock.ts'
import { fontFamilies } from '../font-families.ts'
import { holdFrame, withFrame } from '../frame.ts'
import { type Source, unavailable } from '../source.ts'

/** Letters of very different widths, so that hardly two families agree on the whole. */
const LETTERS = 'wMiQl@gj 0,7Wf'

/**
 * Two stand-ins: a family that is missing shows one of them, and one that happens to be the first's own face is still
 * unlike the second.
 */
const STAND_INS = ['monospace', 'serif'] as const

/** Looking for a family that is missing takes up to 2 ms at first (WebKitGTK 2.50, November 2026); then the page has its turn. */
const SLICE_MS = 8

/**
 * Which of our families are installed: text is as wide in a missing family as in the stand-in named after it. Measured
 * by a canvas, which lays out nothing and can stop between any two families; in a frame, because the page's own web fonts
 * end at its border.
 *
 * Spec: https://drafts.csswg.org/css-fonts-4/#font-family-prop, https://html.spec.whatwg.org/multipage/canvas.html#textmetrics
 * Absent: where frames have no document (jsdom has no canvas in them), or nothing has a width.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const fonts: Source<'fonts'> = async (g) => {
  const release = holdFrame(g)
  try {
    const context = withFrame(g, ({ contentDocument }) => contentDocument?.createElement('canvas').getContext?.('2d'))
    const widthOf = (families: string): number => {
      if (!context) return 0
      context.font = `72px ${families}`
      return context.measureText?.(LETTERS).width ?? 0
    }
    const widths = STAND_INS.map(widthOf)
    if (!widths.every((width) => width > 0)) return unavailable
    const value: string[] = []
    let sliceMs = nowMs(g)
    for (const family of fontFamilies) {
      if (nowMs(g) - sliceMs > SLICE_MS) {
        await nextTask(g)
        sliceMs = nowMs(g)
      }
      if (STAND_INS.some((standIn, i) => widthOf(`"${family}",${standIn}`) !== widths[i])) value.push(family)
    }
    return { value }
  } finally {
    release()
  }
}
