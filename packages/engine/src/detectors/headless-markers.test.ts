import { describe, expect, it } from 'vitest'
import { testDetector } from '../../test/detector-tester.ts'
import {
  chromeOnWindows,
  firefoxOnLinux,
  headlessChromium,
  type Person,
  qutebrowserOnVm,
  safariOnIphone,
  webkitOnLinux,
} from '../../test/people.ts'
import { visit } from '../../test/visit.ts'
import { prepare } from '../prepare.ts'
import { see } from '../see.ts'
import type { HeadlessView } from '../tables/headless-marker-rows.ts'
import { headlessMarkers } from './headless-markers.ts'

type Window = HeadlessView['headlessMarkers']

/** What the detector sees of a person, with a window of another kind. */
function view(person: Person, window: Partial<Window> = {}): HeadlessView {
  const { readings, request } = visit(person)
  const seen = see({ readings, request }, prepare(readings, request.userAgent).derived)
  if (!seen.headlessMarkers) throw new Error('Everybody here has a window to look at.')
  return { ...seen, requestUserAgent: request.userAgent, headlessMarkers: { ...seen.headlessMarkers, ...window } }
}

const swiftShader = headlessChromium.webglBasics ? { webglBasics: headlessChromium.webglBasics } : {}
const bareScreen = (width: number, height: number) => ({
  screen: { width, height, availWidth: width, availHeight: height, colorDepth: 24 },
})
const renamed = chromeOnWindows.userAgent ? { userAgent: chromeOnWindows.userAgent } : {}
const whole = (width: number, height: number): Partial<Window> => ({
  outerWidth: width,
  outerHeight: height,
  innerWidth: width,
  innerHeight: height,
})

testDetector(headlessMarkers, {
  clear: [
    ['Chrome on a laptop', view(chromeOnWindows)],
    ['Firefox, which has no window.chrome', view(firefoxOnLinux)],
    ['Safari on an iPhone, where the page is the screen', view(safariOnIphone)],
    ['GNOME Web', view(webkitOnLinux)],
    ['qutebrowser, full screen, on a virtual machine on a fast network: five short of it', view(qutebrowserOnVm)],
    ['an employee on a terminal server with software graphics', view({ ...chromeOnWindows, ...swiftShader })],
    ['a kiosk', view({ ...chromeOnWindows, ...bareScreen(1920, 1080) }, whole(1920, 1080))],
    ['a window drawn over two monitors', view(chromeOnWindows, { outerWidth: 3840, innerWidth: 3840 })],
    ['a maximised window, whose borders lie outside', view(chromeOnWindows, { outerWidth: 1936, outerHeight: 1056 })],
    [
      'exactly at the frame: 32 px beyond on both sides, on a VDI',
      view({ ...chromeOnWindows, ...swiftShader }, { outerWidth: 1952, outerHeight: 1112 }),
    ],
    [
      'a tab opened in the background, which has no size yet',
      view(
        { ...chromeOnWindows, ...swiftShader },
        { ...whole(0, 0), visibility: 'hidden', notificationPermission: 'default' },
      ),
    ],
    [
      'a slow virtual machine whose window has no size on two looks',
      view({ ...chromeOnWindows, ...swiftShader }, { outerWidth: 0, outerHeight: 0, rttMs: 0 }),
    ],
    ['somebody who lets PDFs be downloaded', view(chromeOnWindows, { pluginCount: 0 })],
    ['somebody on a fibre line', view(chromeOnWindows, { rttMs: 0 })],
    [
      'somebody who denied notifications',
      view(chromeOnWindows, { notificationPermission: 'denied', notificationQuery: 'denied' }),
    ],
    [
      'an old netbook with a taskbar, on software graphics',
      view(
        {
          ...chromeOnWindows,
          ...swiftShader,
          screen: { width: 800, height: 600, availWidth: 800, availHeight: 560, colorDepth: 24 },
        },
        { outerWidth: 800, outerHeight: 560 },
      ),
    ],
    ['a phone whose languages are hidden', view({ ...safariOnIphone, languages: [] })],
  ],
  detected: [
    [
      'Chromium --headless=new',
      view(headlessChromium),
      ['headless_user_agent', 'software_renderer', 'screen_of_headless'],
    ],
    [
      'the same under another name, exactly at the threshold',
      view({ ...headlessChromium, ...renamed }),
      ['software_renderer', 'screen_of_headless'],
    ],
    [
      'the name in the request alone',
      { ...view(chromeOnWindows), requestUserAgent: 'HeadlessChrome/156' },
      ['headless_user_agent'],
    ],
    [
      'a name in the Client Hints',
      view({
        ...chromeOnWindows,
        clientHints: { brands: [{ brand: 'HeadlessChrome', version: '146' }], mobile: false, platform: 'Windows' },
      }),
      ['headless_brand'],
    ],
    [
      '--headless=new --window-size, with a graphics card',
      view({ ...chromeOnWindows, ...bareScreen(800, 600) }, { outerWidth: 1280, outerHeight: 720 }),
      ['window_beyond_screen', 'screen_of_headless'],
    ],
    [
      'one pixel past the frame on both sides, on software graphics',
      view({ ...chromeOnWindows, ...swiftShader }, { outerWidth: 1953, outerHeight: 1113 }),
      ['software_renderer', 'window_beyond_screen'],
    ],
    [
      'the old headless mode',
      view(
        { ...chromeOnWindows, languages: [] },
        {
          ...whole(0, 0),
          pluginCount: 0,
          chromeObject: false,
          rttMs: 0,
          notificationPermission: 'denied',
          notificationQuery: 'prompt',
        },
      ),
      [
        'chrome_object_missing',
        'plugins_empty',
        'outer_size_zero',
        'notifications_contradict',
        'languages_empty',
        'rtt_zero',
      ],
    ],
    [
      'a full-screen page on an 800x600 nobody looks at, at no distance',
      view({ ...headlessChromium, ...renamed }, { ...whole(800, 600), rttMs: 0 }),
      ['software_renderer', 'window_is_screen', 'screen_of_headless', 'rtt_zero'],
    ],
  ],
})

describe('headless_markers weighs', () => {
  it('counts one cause once: two signs of an embedded view weigh as one', () => {
    const one = view({ ...headlessChromium, ...renamed }, { pluginCount: 0 })
    const two = view({ ...headlessChromium, ...renamed }, { pluginCount: 0, chromeObject: false })
    expect(headlessMarkers.detect(one)).toMatchObject({ strength: 0.8 })
    expect(headlessMarkers.detect(two)).toMatchObject({ strength: 0.8 })
  })
  it('is no stronger than certain', () => {
    expect(headlessMarkers.detect(view(headlessChromium))).toMatchObject({ strength: 1 })
  })
})
