import { expect, it } from 'vitest'
import { chromeOnWindows, firefoxOnLinux, safariOnIphone, webkitOnLinux } from '../../test/people.ts'
import { readingsOf } from '../../test/visit.ts'
import { derive } from './derive.ts'

const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15'

it('concludes who Chrome on Windows 11 says it is, and what runs it', () => {
  expect(derive(readingsOf(chromeOnWindows), '')).toEqual({
    claimedBrowser: { name: 'Chrome', version: '146.0.7680.80' },
    claimedOs: { name: 'Windows', version: '11' },
    claimedDevice: 'desktop',
    claimedFamily: 'chromium',
    impliedEngine: 'v8',
    canvasAccess: 'readable',
    webglAccess: 'readable',
  })
})

it.each([
  ['Firefox', firefoxOnLinux, 'firefox', 'spidermonkey'],
  ['Safari', safariOnIphone, 'safari', 'javascriptcore'],
  ['GNOME Web', webkitOnLinux, 'safari', 'javascriptcore'],
] as const)('agrees with itself for %s', (_name, person, claimedFamily, impliedEngine) => {
  expect(derive(readingsOf(person), '')).toMatchObject({ claimedFamily, impliedEngine })
})

it('believes the page before the header, and the header where the page is silent', () => {
  const { userAgent: _silent, clientHints: _none, ...silent } = chromeOnWindows
  const header = firefoxOnLinux.userAgent ?? ''
  expect(derive(readingsOf(chromeOnWindows), header).claimedFamily).toBe('chromium')
  expect(derive(readingsOf(silent), header).claimedFamily).toBe('firefox')
})

it('recognises an iPad that asks for desktop sites, and leaves Macs alone', () => {
  const touch = (maxTouchPoints: number) => ({ maxTouchPoints, touchEvent: false, touchStart: false })
  const mac = { ...safariOnIphone, userAgent: MAC }
  expect(derive(readingsOf({ ...mac, touch: touch(5) }), '').claimedDevice).toBe('tablet')
  expect(derive(readingsOf({ ...mac, touch: touch(0) }), '').claimedDevice).toBe('desktop')
})
