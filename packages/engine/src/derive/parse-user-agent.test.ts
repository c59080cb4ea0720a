import { describe, expect, it } from 'vitest'
import { familyOf, parseUserAgent } from './parse-user-agent.ts'

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'

describe('familyOf', () => {
  it.each([
    ['Chrome', `${WINDOWS} Chrome/146.0.0.0 Safari/537.36`, 'chromium'],
    ['Edge', `${WINDOWS} Chrome/146.0.0.0 Safari/537.36 Edg/146.0.0.0`, 'chromium'],
    ['Opera', `${WINDOWS} Chrome/146.0.0.0 Safari/537.36 OPR/120.0.0.0`, 'chromium'],
    ['headless Chromium', `${LINUX} HeadlessChrome/156.0.0.0 Safari/537.36`, 'chromium'],
    ['QtWebEngine', `${LINUX} QtWebEngine/5.15.19 Chrome/87.0.4280.144 Safari/537.36`, 'chromium'],
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'firefox'],
    ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0', 'firefox'],
    ['Safari', `${MAC} Version/26.0 Safari/605.1.15`, 'safari'],
    ['Chrome on an iPhone', `${IPHONE} CriOS/146.0.0.0 Mobile/15E148 Safari/604.1`, 'safari'],
    ['Chrome on an iPad that asks for the desktop site', `${MAC} CriOS/146 Version/11.1.1 Safari/605.1.15`, 'safari'],
    ['Firefox on an iPhone', `${IPHONE} FxiOS/146.0 Mobile/15E148 Safari/605.1.15`, 'safari'],
    ['Edge on an iPhone', `${IPHONE} Version/18.0 EdgiOS/146.0 Mobile/15E148 Safari/605.1.15`, 'safari'],
    ['an application on an iPhone', `${IPHONE} Mobile/15E148`, 'safari'],
    [
      'GNOME Web',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/60.5 Safari/605.1.15',
      'safari',
    ],
    ['Internet Explorer', 'Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko', undefined],
    ['the old Edge', `${WINDOWS} Chrome/70.0.3538.102 Safari/537.36 Edge/18.19582`, undefined],
    [
      'Android 4',
      'Mozilla/5.0 (Linux; U; Android 4.0.3; de-de; GT-I9100) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30',
      undefined,
    ],
    ['a program', 'curl/8.5', undefined],
    ['nobody', '', undefined],
  ])('%s', (_name, userAgent, family) => {
    expect(familyOf(userAgent)).toBe(family)
  })
})

describe('parseUserAgent', () => {
  it('reads browser, system and kind of device', () => {
    expect(parseUserAgent(`${WINDOWS} Chrome/146.0.0.0 Safari/537.36 Edg/146.0.0.0`)).toEqual({
      browser: { name: 'Microsoft Edge', version: '146.0.0.0' },
      os: { name: 'Windows', version: '10' },
      device: 'desktop',
      family: 'chromium',
    })
  })
  it.each([
    [
      'a phone',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Mobile Safari/537.36',
      'mobile',
    ],
    [
      'a tablet',
      'Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36',
      'tablet',
    ],
    [
      'a Chromebook',
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36',
      'desktop',
    ],
    ['a crawler', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', undefined],
  ])('knows %s', (_name, userAgent, device) => {
    expect(parseUserAgent(userAgent).device).toBe(device)
  })
  it('leaves the version empty where the browser says none', () => {
    expect(parseUserAgent(`${LINUX} Chrome/146.0.0.0 Safari/537.36`).os).toEqual({ name: 'Linux', version: '' })
  })
  it('knows nobody rather than "Mozilla"', () => {
    expect(parseUserAgent('Mozilla/5.0 (PLAYSTATION 3; 3.55)').browser).toBeUndefined()
  })
  it('takes a huge header for what its beginning says', () => {
    expect(familyOf(`${WINDOWS} Chrome/146.0.0.0 Safari/537.36 ${'x'.repeat(100_000)}`)).toBe('chromium')
  })
})
