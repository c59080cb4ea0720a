import { present, type Source } from '../source.ts'

/**
 * Device pixels per CSS pixel, page zoom included.
 *
 * Spec: https://drafts.csswg.org/cssom-view/#dom-window-devicepixelratio
 * Absent: where there is no window.
 * Checked: Chromium 156, November 2026.
 */
export const pixelRatio: Source<'pixelRatio'> = ({ devicePixelRatio }) => present(devicePixelRatio)
