import { readInFrame } from '../read-in-frame.ts'
import { complete, type Source } from '../source.ts'

/**
 * How wide scroll bars are, plain and thin ones, in CSS px; 0 where they lie over the page, as in headless browsers.
 *
 * Spec: https://drafts.csswg.org/css-scrollbars-1/#scrollbar-width
 * Absent: where frames have no document or no computed style, and where nothing is laid out (jsdom).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const scrollBarWidth: Source<'scrollBarWidth'> = (g) => {
  const { auto: plainPx, thin: thinPx } =
    readInFrame(
      g,
      ['auto', 'thin'],
      (width) => ['p', `width:99px;height:99px;overflow:scroll;scrollbar-width:${width}`],
      ({ offsetWidth, clientWidth = 0 }) => (offsetWidth ? offsetWidth - clientWidth : undefined),
    ) ?? {}
  return complete({ plainPx, thinPx })
}
