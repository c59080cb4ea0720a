import { inFrame } from '../in-frame.ts'
import type { Source } from '../source.ts'

/**
 * What an empty frame says of being driven by a program: tools that hide it in the page's own window often forget the
 * frames.
 *
 * Spec: https://www.w3.org/TR/webdriver2/#interface
 * Absent: where frames have no window, or the frame's navigator has no such property.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const iframeWebdriver: Source<'iframeWebdriver'> = (g) => inFrame(g, ({ navigator }) => navigator?.webdriver)
