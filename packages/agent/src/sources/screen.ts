import { complete, type Source } from '../source.ts'

/**
 * The monitor in CSS pixels, and what of it windows may cover.
 *
 * Spec: https://drafts.csswg.org/cssom-view/#the-screen-interface
 * Absent: where there is no window, or a screen without its sizes.
 * Checked: Chromium 156, November 2026.
 */
export const screen: Source<'screen'> = (g) => {
  const { width, height, availWidth, availHeight, colorDepth } = g.screen ?? {}
  return complete({ width, height, availWidth, availHeight, colorDepth })
}
