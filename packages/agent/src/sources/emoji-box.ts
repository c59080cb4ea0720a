import { withFrame } from '../frame.ts'
import { rounded } from '../rounded.ts'
import { absent, type Source } from '../source.ts'

/** A flag, a joined family, a skin tone and a recent face: what an emoji font lacks falls apart and grows wider. */
const EMOJI = '🇺🇳👨‍👩‍👧‍👦🫱🏿🫨'

/**
 * The box that a line of emoji takes. It shows which emoji font there is and how new it is.
 *
 * Spec: https://drafts.csswg.org/cssom-view/#dom-element-getboundingclientrect
 * Absent: where nothing is laid out (jsdom, frames that are not rendered) or frames have no document.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const emojiBox: Source<'emojiBox'> = (g) =>
  withFrame(g, ({ contentDocument }) => {
    const span = contentDocument?.createElement('span')
    if (!span?.getBoundingClientRect) return
    span.style.cssText = 'position:absolute;white-space:nowrap;font-size:64px'
    span.textContent = EMOJI
    contentDocument?.body?.append(span)
    const { width, height } = span.getBoundingClientRect()
    return width > 0 ? { value: { width: rounded(width), height: rounded(height) } } : undefined
  }) ?? absent('unavailable')
