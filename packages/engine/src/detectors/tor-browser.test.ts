import type { Signals } from '@tracio/contract'
import { testDetector } from '../../test/detector-tester.ts'
import { torBrowser } from './tor-browser.ts'

const screen = (width: number, height: number) => ({
  width,
  height,
  availWidth: width,
  availHeight: height,
  colorDepth: 24,
})
const viewport = (innerWidth: number, innerHeight: number): Signals['viewport'] => ({
  innerWidth,
  innerHeight,
  outerWidth: innerWidth,
  outerHeight: innerHeight,
  clientWidth: null,
  clientHeight: null,
  visualWidth: null,
  visualHeight: null,
  visualScale: null,
  screenX: 0,
  screenY: 0,
})
const fonts = (count: number) => Array.from({ length: count }, (_, index) => `Font ${index}`)

/** Firefox on a laptop in Berlin. */
const laptop = {
  claimedFamily: 'firefox',
  timezone: 'Europe/Berlin',
  screen: screen(1920, 1080),
  viewport: viewport(1600, 790),
  canvasAccess: 'readable',
  webglAccess: 'readable',
  fonts: fonts(25),
} as const
const letterboxed = { screen: screen(1400, 900), viewport: viewport(1400, 900) }

testDetector(torBrowser, {
  clear: [
    ['Firefox on a laptop', laptop],
    ['Firefox in a private window, which puts noise on the canvas', { ...laptop, canvasAccess: 'noised' }],
    ['Firefox in a container', { ...laptop, timezone: 'UTC', webglAccess: 'none', fonts: fonts(1) }],
    ['an Icelander with noise on the canvas', { ...laptop, timezone: 'Atlantic/Reykjavik', canvasAccess: 'noised' }],
    ['a window of a round size on a larger screen', { ...laptop, timezone: 'UTC', viewport: viewport(1400, 900) }],
    [
      'a full screen that is not rounded',
      { ...laptop, timezone: 'UTC', viewport: viewport(1920, 1080), fonts: fonts(1) },
    ],
    [
      'Chrome with all marks',
      { ...laptop, ...letterboxed, claimedFamily: 'chromium', timezone: 'UTC', canvasAccess: 'refused' },
    ],
    ['exactly two marks', { ...laptop, ...letterboxed, timezone: 'UTC', fonts: fonts(9) }],
  ],
  detected: [
    [
      'the Tor Browser as it is installed',
      { ...laptop, ...letterboxed, timezone: 'UTC', canvasAccess: 'noised' },
      ['tor_zone', 'tor_canvas', 'tor_window'],
    ],
    [
      'the Tor Browser at its safest',
      {
        ...laptop,
        ...letterboxed,
        timezone: 'Atlantic/Reykjavik',
        canvasAccess: 'refused',
        webglAccess: 'none',
        fonts: fonts(8),
      },
      ['tor_zone', 'tor_canvas', 'tor_webgl', 'tor_window', 'tor_fonts'],
    ],
    [
      'one of which nobody looked at canvas and fonts',
      { claimedFamily: 'firefox', timezone: 'UTC', ...letterboxed, webglAccess: 'none' },
      ['tor_zone', 'tor_webgl', 'tor_window'],
    ],
  ],
})
