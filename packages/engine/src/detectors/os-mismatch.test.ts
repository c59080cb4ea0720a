import { expect, it } from 'vitest'
import { testDetector } from '../../test/detector-tester.ts'
import { chromeOnWindows, firefoxOnLinux, safariOnIphone } from '../../test/people.ts'
import { osMismatch } from './os-mismatch.ts'

const WINDOWS = chromeOnWindows.userAgent ?? ''
const LINUX = firefoxOnLinux.userAgent ?? ''
const IPHONE = safariOnIphone.userAgent ?? ''
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Mobile Safari/537.36'
const CHROMEBOOK =
  'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36'
const DESKTOP_SITE =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36'

const seen = (requestUserAgent: string, hint?: string, userAgent?: string) => ({
  requestUserAgent,
  requestHeaders: hint === undefined ? {} : { 'sec-ch-ua-platform': hint },
  ...(userAgent === undefined ? {} : { userAgent }),
})

testDetector(osMismatch, {
  clear: [
    ['Chrome on Windows', seen(WINDOWS, '"Windows"', WINDOWS)],
    ['Firefox, which sends no hints', seen(LINUX, undefined, LINUX)],
    ['Safari on an iPhone', seen(IPHONE, undefined, IPHONE)],
    ['a Chromebook under either of its names', seen(CHROMEBOOK, '"Chromium OS"', CHROMEBOOK)],
    ['a phone that asks for the desktop site and says so in the hint', seen(DESKTOP_SITE, '"Android"', DESKTOP_SITE)],
    ['a television whose hint nobody knows', seen(LINUX, '"Tizen"', LINUX)],
    ['a page that could not read its user agent', seen(ANDROID, '"Android"')],
  ],
  detected: [
    ['Windows that says to be Linux in the hint', seen(WINDOWS, '"Linux"', WINDOWS), ['os_hint_differs']],
    ['an iPhone whose page is on Windows', seen(IPHONE, undefined, WINDOWS), ['os_page_differs']],
    ['both', seen(ANDROID, '"Windows"', WINDOWS), ['os_hint_differs', 'os_page_differs']],
    [
      'a hint that only the page has',
      {
        requestUserAgent: WINDOWS,
        requestHeaders: {},
        userAgent: WINDOWS,
        clientHints: { brands: [], mobile: false, platform: 'Linux' },
      },
      ['os_hint_differs'],
    ],
  ],
})

it.each([
  ['the user agent names no system', seen('curl/8.10', '"Linux"', 'curl/8.10'), ['requestUserAgent']],
  ['there is nothing to compare with', seen(LINUX), ['sec-ch-ua-platform', 'userAgent']],
  ['the hint is no string', seen(LINUX, 'Linux'), ['sec-ch-ua-platform', 'userAgent']],
])('cannot tell where %s', (_name, one, missing) => {
  expect(osMismatch.detect(one)).toEqual({ outcome: 'unknown', missing })
})
