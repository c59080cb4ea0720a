import { dict, int, list, num, shape, text } from '../decoder.ts'
import { DIGEST_LENGTH_MAX, type Signal, type SignalFacts, signal } from './signal.ts'

/** What is the same in all recordings because it follows the person and not the machine. */
const WISH = 'a setting that people change, and that nobody changed on the recording machine'

/** The values of one media feature that match, with spaces between them. */
const media = (
  feature: string,
  changesWith: string,
  more: Pick<SignalFacts, 'neverIn' | 'constant'> = {},
): Signal<string> =>
  signal(text(64), {
    family: 'CSS and media',
    tier: 'volatile',
    readFrom: `Window#matchMedia, ${feature}`,
    contexts: ['window'],
    changesWith,
    ...more,
  })

/** What style sheets learn: of the visitor's wishes, of pointers and monitors, of the browser's own style. */
export const styleSignals = {
  prefersColorScheme: media('prefers-color-scheme', 'settings, the time of day', { constant: WISH }),
  prefersReducedMotion: media('prefers-reduced-motion', 'settings', { constant: WISH }),
  prefersContrast: media('prefers-contrast', 'settings', { constant: WISH }),
  prefersReducedTransparency: media('prefers-reduced-transparency', 'settings', {
    neverIn: ['firefox'],
    constant: WISH,
  }),
  forcedColors: media('forced-colors', 'settings', { constant: WISH }),
  invertedColors: media('inverted-colors', 'settings', { neverIn: ['chromium', 'firefox'], constant: WISH }),
  monochrome: media('monochrome', 'the monitor', {
    constant: 'bits of grey, on electronic paper and where the system shows everything in grey',
  }),
  hover: media('hover', 'pointers being attached'),
  anyHover: media('any-hover', 'pointers being attached'),
  pointer: media('pointer', 'pointers being attached'),
  anyPointer: media('any-pointer', 'pointers being attached'),
  displayMode: media('display-mode', 'installed web apps, full screen', {
    constant: 'web apps, kiosks and full screen differ, and none of them is recorded',
  }),
  dynamicRange: media('dynamic-range', 'monitors', { constant: 'the recording machine has no monitor of high range' }),
  videoDynamicRange: media('video-dynamic-range', 'monitors', {
    neverIn: ['chromium'],
    constant: 'the recording machine has no monitor of high range',
  }),
  update: media('update', 'monitors', { constant: 'electronic paper is slow, and no such device is recorded' }),
  scripting: media('scripting', 'settings, blockers', {
    constant: 'our script runs; a browser that says scripts do not is driven, emulated or odd',
  }),
  colorBits: media('color', 'monitors', { constant: 'ten bits on better monitors, fewer in remote desktops' }),
  devicePosture: media('device-posture', 'folding the device', {
    neverIn: ['firefox', 'safari'],
    constant: 'folding phones and laptops alone are ever folded, and none is recorded',
  }),
  mediaResolution: signal(num(0, 100), {
    family: 'CSS and media',
    tier: 'volatile',
    unit: 'dppx, to the thousandth',
    readFrom: 'Window#matchMedia, asked for resolution until it is found',
    contexts: ['window'],
    changesWith: 'monitors, zoom; not with scripts that replace devicePixelRatio',
    constant: 'the recording machine has one monitor of the oldest density',
  }),
  computedStyleNames: signal(shape({ count: int(0, 5000), digest: text(DIGEST_LENGTH_MAX) }), {
    family: 'CSS and media',
    tier: 'semi',
    unit: 'properties for the count',
    readFrom: 'CSSStyleDeclaration of Window#getComputedStyle in a frame, names in their order',
    contexts: ['iframe'],
    changesWith: 'browser updates',
    digested: 'the names are sent as a MurmurHash3-128 digest, for size',
  }),
  controlStyles: signal(dict(text(400), 8), {
    family: 'CSS and media',
    tier: 'semi',
    readFrom: 'Window#getComputedStyle in a frame',
    contexts: ['iframe'],
    changesWith: 'the desktop theme and its font, browser updates',
  }),
  controlBoxes: signal(dict(list(int(0, 65_535), 2), 16), {
    family: 'CSS and media',
    tier: 'semi',
    wave: 'late',
    unit: 'CSS px',
    readFrom: 'HTMLElement#offsetWidth, HTMLElement#offsetHeight in a frame',
    contexts: ['iframe'],
    changesWith: 'the language of the browser, the desktop theme and its font, browser updates, zoom in some browsers',
  }),
  fontUnits: signal(dict(int(0, 1_000_000), 8), {
    family: 'CSS and media',
    tier: 'semi',
    unit: 'CSS px to a thousand of the unit',
    readFrom: 'HTMLElement#offsetWidth in a frame',
    contexts: ['iframe'],
    changesWith: 'fonts being installed, font settings, zoom in some browsers',
  }),
}
