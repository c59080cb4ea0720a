import { fontFamilies } from '../font-families.ts'
import { withFrame } from '../frame.ts'
import type { FrameDocument, SpanLike } from '../global.ts'
import { absent, type Source } from '../source.ts'

/** Letters of very different widths, so that hardly two families agree on the whole. */
const LETTERS = 'wMiQl@gj 0,7Wf'

/**
 * Two stand-ins: a family that is missing shows one of them, and one that happens to be the first's own face is still
 * unlike the second.
 */
const STAND_INS = ['monospace', 'serif'] as const

/**
 * Which of our families are installed: text is as wide in a missing family as in the stand-in named after it. All
 * widths are read after everything is in place, so the browser lays out once. In a frame, because the page's own style
 * and web fonts end at its border.
 *
 * Spec: https://drafts.csswg.org/css-fonts-4/#font-family-prop, https://drafts.csswg.org/cssom-view/#dom-htmlelement-offsetwidth
 * Absent: where nothing is laid out (jsdom, frames that are not rendered) or frames have no document.
 * Checked: Chromium 156, November 2026.
 */
export const fonts: Source<'fonts'> = (g) =>
  withFrame(g, ({ contentDocument: inside }) =>
    inside?.body ? installed(inside, inside.body) : absent('unavailable'),
  ) ?? absent('unavailable')

function installed(document: FrameDocument, body: NonNullable<FrameDocument['body']>): ReturnType<Source<'fonts'>> {
  const placed = (families: string): SpanLike => {
    const span = document.createElement('span')
    span.style.cssText = `position:absolute;white-space:nowrap;font:72px ${families}`
    span.textContent = LETTERS
    body.append(span)
    return span
  }
  const plain = STAND_INS.map(placed)
  const tried = fontFamilies.map((family) => STAND_INS.map((standIn) => placed(`"${family}",${standIn}`)))
  const widths = plain.map((span) => span.offsetWidth)
  if (!widths.every((width) => width > 0)) return absent('unavailable')
  const differs = (spans: readonly SpanLike[] = []): boolean => spans.some((span, i) => span.offsetWidth !== widths[i])
  return { value: fontFamilies.filter((_family, i) => differs(tried[i])) }
}
