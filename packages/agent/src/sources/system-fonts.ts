import { computedInFrame } from '../computed-in-frame.ts'
import { present, type Source } from '../source.ts'

/** https://drafts.csswg.org/css-fonts-4/#system-family-name-value, and the one that WebKit adds. */
const FONTS = ['caption', 'icon', 'menu', 'message-box', 'small-caption', 'status-bar', '-apple-system-body']

/**
 * The fonts in which the system writes captions, menus and messages, with weight and size: they follow the desktop's
 * settings.
 *
 * Spec: https://drafts.csswg.org/css-fonts-4/#font-prop
 * Absent: where frames have no document or no computed style. Fonts that the browser does not know are left out.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const systemFonts: Source<'systemFonts'> = (g) => {
  const value = computedInFrame(
    g,
    'font',
    FONTS,
    ({ fontWeight, fontSize, fontFamily }) => `${fontWeight} ${fontSize} ${fontFamily}`,
  )
  return present(value)
}
