import { computedInFrame } from '../computed-in-frame.ts'
import { present, type Source } from '../source.ts'

/**
 * https://drafts.csswg.org/css-color-4/#css-system-colors, without those that follow from another one or were the same
 * in all browsers and themes that we saw.
 */
const COLORS =
  'AccentColor AccentColorText ActiveText ButtonBorder ButtonFace ButtonText Canvas CanvasText GrayText Highlight SelectedItem'

/**
 * What the system's own colours come out as: they follow the desktop's theme, the accent colour and the engine. Read in
 * a frame, so that the page's style has no say.
 *
 * Spec: https://drafts.csswg.org/css-color-4/#css-system-colors
 * Absent: where frames have no document or no computed style. Colours that the browser does not know are left out.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const systemColors: Source<'systemColors'> = (g) =>
  present(computedInFrame(g, 'color', COLORS.split(' '), ({ color }) => color))
