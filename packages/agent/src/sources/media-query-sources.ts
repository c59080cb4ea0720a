import type { SignalName } from '@tracio/contract'
import type { Global } from '../global.ts'
import { present, type Sample, type Source } from '../source.ts'

/** Resolutions are looked for in thousandths, up to 16.383: found in 14 questions. */
const RESOLUTION_STEP_MAX = 8192

const matches = (g: Global, query: string): boolean => g.matchMedia?.(`(${query})`).matches ?? false

/** The values of a feature that match; several where several pointers are attached, none where it is not known. */
const matching =
  (feature: string, tried: string) =>
  (g: Global): Sample<string> => {
    const found = tried.split(' ').filter((one) => matches(g, `${feature}: ${one}`))
    return present(found.join(' ') || undefined)
  }

/**
 * What media queries say of the monitor, the pointers and the visitor's wishes: for each feature the values that match.
 * The resolution is found by halving; it stays true where a script replaced what the window says.
 *
 * Spec: https://drafts.csswg.org/mediaqueries-5/ and, for the posture,
 * https://w3c.github.io/device-posture/#the-device-posture-media-feature
 * Absent: where there are no media queries (workers, jsdom), and each where the browser does not know the feature:
 * inverted colours outside WebKit, the video's range in Chromium and WebKitGTK, transparency and posture outside Chromium,
 * the display mode in WebKitGTK.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const mediaQuerySources = {
  // Features are named in full, because bundles write other names in the place of the keys.
  prefersColorScheme: matching('prefers-color-scheme', 'dark light'),
  prefersReducedMotion: matching('prefers-reduced-motion', 'no-preference reduce'),
  prefersContrast: matching('prefers-contrast', 'custom less more no-preference'),
  prefersReducedTransparency: matching('prefers-reduced-transparency', 'no-preference reduce'),
  forcedColors: matching('forced-colors', 'active none'),
  invertedColors: matching('inverted-colors', 'inverted none'),
  monochrome: matching('monochrome', '0 1 2 4 8'),
  hover: matching('hover', 'hover none'),
  anyHover: matching('any-hover', 'hover none'),
  pointer: matching('pointer', 'coarse fine none'),
  anyPointer: matching('any-pointer', 'coarse fine none'),
  displayMode: matching('display-mode', 'browser fullscreen minimal-ui standalone'),
  dynamicRange: matching('dynamic-range', 'high standard'),
  videoDynamicRange: matching('video-dynamic-range', 'high standard'),
  update: matching('update', 'fast none slow'),
  scripting: matching('scripting', 'enabled initial-only none'),
  devicePosture: matching('device-posture', 'continuous folded'),
  colorBits: matching('color', '5 6 8 10 12'),
  mediaResolution: (g) => {
    let thousandths = 0
    for (let step = RESOLUTION_STEP_MAX; step >= 1; step /= 2) {
      if (matches(g, `min-resolution: ${(thousandths + step) / 1000}dppx`)) thousandths += step
    }
    return present(thousandths / 1000 || undefined)
  },
} satisfies { readonly [K in SignalName]?: Source<K> }
