import type { Global } from '../global.ts'
import { absent, type Source } from '../source.ts'

/** Features and the values to try. */
const FEATURES = {
  prefersColorScheme: 'prefers-color-scheme dark light',
  prefersReducedMotion: 'prefers-reduced-motion no-preference reduce',
  prefersContrast: 'prefers-contrast custom less more no-preference',
  prefersReducedTransparency: 'prefers-reduced-transparency no-preference reduce',
  forcedColors: 'forced-colors active none',
  invertedColors: 'inverted-colors inverted none',
  monochrome: 'monochrome 0 1 2 4 8',
  hover: 'hover hover none',
  anyHover: 'any-hover hover none',
  pointer: 'pointer coarse fine none',
  anyPointer: 'any-pointer coarse fine none',
  displayMode: 'display-mode browser fullscreen minimal-ui picture-in-picture standalone window-controls-overlay',
  dynamicRange: 'dynamic-range high standard',
  videoDynamicRange: 'video-dynamic-range high standard',
  update: 'update fast none slow',
  scripting: 'scripting enabled initial-only none',
  devicePosture: 'device-posture continuous folded',
}

/** Resolutions are looked for in thousandths, up to 16.384: found in 14 questions. */
const RESOLUTION_STEPS_MAX = 16_384

const matches = (g: Global, query: string): boolean => g.matchMedia?.(`(${query})`).matches ?? false

/** The values of a feature that match; several where several pointers are attached, none where it is not known. */
const matching =
  (asked: string): ((g: Global) => ReturnType<Source<'hover'>>) =>
  (g) => {
    const [feature, ...tried] = asked.split(' ')
    const value = tried.filter((one) => matches(g, `${feature}: ${one}`))
    return value.length > 0 ? { value: value.join(' ') } : absent('unavailable')
  }

/** The largest number below `end` whose query matches, by halving; 0 where none does. */
function highest(g: Global, query: (n: number) => string, end: number): number {
  let low = 0
  let high = end
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (matches(g, query(middle))) low = middle
    else high = middle
  }
  return low
}

/**
 * What media queries say of the monitor, the pointers and the visitor's wishes: for each feature the values that match.
 * Sizes and the resolution are found by halving; they stay true where a script replaced what Screen says.
 *
 * Spec: https://drafts.csswg.org/mediaqueries-5/ and, for the posture,
 * https://w3c.github.io/device-posture/#the-device-posture-media-feature
 * Absent: where there are no media queries (workers, jsdom), and each where the browser does not know the feature:
 * inverted colours outside WebKit, the video's range in Chromium and WebKitGTK, transparency and posture outside Chromium,
 * the display mode in WebKitGTK.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const mediaQuerySources = {
  // `fromEntries` forgets the keys of what it is made from: here they are those of the table, one source for each.
  ...(Object.fromEntries(Object.entries(FEATURES).map(([name, asked]) => [name, matching(asked)])) as {
    readonly [K in keyof typeof FEATURES]: Source<K>
  }),
  colorBits: matching('color 4 5 6 8 10 12 16'),
  mediaResolution: (g) => {
    const thousandths = highest(g, (n) => `min-resolution: ${n / 1000}dppx`, RESOLUTION_STEPS_MAX)
    return thousandths > 0 ? { value: thousandths / 1000 } : absent('unavailable')
  },
} satisfies { readonly [K in keyof typeof FEATURES | 'colorBits' | 'mediaResolution']: Source<K> }
