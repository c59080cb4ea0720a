import { nextTask, nowMs } from '../clock.ts'
import { fontFamilies } from '../font-families.ts'
import { holdFrame, withFrame } from '../frame.ts'
import { absent, type Source } from '../source.ts'

/** Letters of very different widths, so that hardly two families agree on the whole. */
const LETTERS = 'wMiQl@gj 0,7Wf'

/** What a family that is missing shows instead. */
const STAND_IN = 'monospace'

/** For families that are as wide as the first: one may be the first's own face. */
const OTHER_STAND_IN = 'serif'

/** Looking for a family that is missing takes up to 2 ms at first (WebKitGTK 2.50, November 2026); then the page has its turn. */
const SLICE_MS = 8

/**
 * Which of our families are installed: text is as wide in a missing family as in the stand-in named after it. Families
 * that are, nearly all of them missing, are asked for once more, together and with another stand-in; while that does not
 * show, by halves. Measured by a canvas, which lays out nothing and can stop between any two families; in a frame, because
 * the page's own web fonts end at its border.
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
    const [plain, other] = [STAND_IN, OTHER_STAND_IN].map(widthOf)
    if (!plain || !other) return absent('unavailable')
    const found = new Set<string>()
    const alike: string[] = []
    let sliceMs = nowMs(g)
    for (const family of fontFamilies) {
      if (nowMs(g) - sliceMs > SLICE_MS) {
        await nextTask(g)
        sliceMs = nowMs(g)
      }
      if (widthOf(`"${family}",${STAND_IN}`) === plain) alike.push(family)
      else found.add(family)
    }
    const search = (families: readonly string[]): void => {
      if (widthOf([...families.map((family) => `"${family}"`), OTHER_STAND_IN].join()) === other) return
      const half = families.length >> 1
      if (half > 0) {
        search(families.slice(0, half))
        search(families.slice(half))
      } else for (const family of families) found.add(family)
    }
    search(alike)
    return { value: fontFamilies.filter((family) => found.has(family)) }
  } finally {
    release()
  }
}
