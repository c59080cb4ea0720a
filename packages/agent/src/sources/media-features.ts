import { absent, type Source } from '../source.ts'

/** Features and the values to try, of https://drafts.csswg.org/mediaqueries-5/ and of Gecko's and WebKit's own. */
const FEATURES: Readonly<Record<string, string>> = {
  'any-hover': 'hover none',
  'any-pointer': 'coarse fine none',
  'display-mode': 'browser fullscreen minimal-ui standalone window-controls-overlay',
  'dynamic-range': 'high standard',
  'forced-colors': 'active none',
  hover: 'hover none',
  'inverted-colors': 'inverted none',
  monochrome: '0',
  'overflow-block': 'none paged scroll',
  pointer: 'coarse fine none',
  'prefers-color-scheme': 'dark light',
  'prefers-contrast': 'custom less more no-preference',
  'prefers-reduced-data': 'no-preference reduce',
  'prefers-reduced-motion': 'no-preference reduce',
  'prefers-reduced-transparency': 'no-preference reduce',
  scripting: 'enabled initial-only none',
  update: 'fast none slow',
  'video-dynamic-range': 'high standard',
}

/**
 * What media queries say of the monitor, the pointers and the visitor's wishes: for each feature the values that match.
 * A feature with no value at all is one that the browser does not know.
 *
 * Spec: https://drafts.csswg.org/mediaqueries-5/
 * Absent: where there are no media queries (workers, jsdom).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const mediaFeatures: Source<'mediaFeatures'> = (g) => {
  if (!g.matchMedia) return absent('unavailable')
  const value: Record<string, readonly string[]> = {}
  for (const [feature, tried] of Object.entries(FEATURES)) {
    value[feature] = tried.split(' ').filter((one) => g.matchMedia?.(`(${feature}: ${one})`).matches)
  }
  return { value }
}
