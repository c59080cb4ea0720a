import { expect, it } from 'vitest'
import { parseUserAgent } from './parse-user-agent.ts'
import { refineByClientHints } from './refine-by-client-hints.ts'

const windows = parseUserAgent(
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36',
)
const firefox = parseUserAgent('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0')
const grease = { brand: 'Not:A-Brand', version: '8' }
const chromium = { brand: 'Chromium', version: '146.0.7680.80' }
const hints = (platform: string, platformVersion?: string) => ({
  brands: [grease, chromium],
  mobile: false,
  platform,
  ...(platformVersion === undefined ? {} : { platformVersion }),
})

it.each([
  ['0.1.0', '7'],
  ['0.3.0', '8.1'],
  ['0.0.0', ''],
  ['1.0.0', '10'],
  ['12.9.0', '10'],
  ['13.0.0', '11'],
  ['19.0.0', '11'],
])('reads Windows platform version %s as Windows "%s"', (platformVersion, version) => {
  expect(refineByClientHints(windows, hints('Windows', platformVersion)).os).toEqual({ name: 'Windows', version })
})

it('keeps the claimed system where the hints give no version, or name another system', () => {
  expect(refineByClientHints(windows, hints('Windows')).os).toEqual(windows.os)
  expect(refineByClientHints(windows, hints('Linux', '6.1.0')).os).toEqual(windows.os)
})

it.each([
  [
    'Chrome, by the name that its user agent gives it',
    [grease, chromium, { brand: 'Google Chrome', version: '146.0.1.2' }],
    'Chrome',
    '146.0.1.2',
  ],
  [
    'Brave, which its user agent hides',
    [{ brand: 'Brave', version: '146.0.0.0' }, grease, chromium],
    'Brave',
    '146.0.0.0',
  ],
  ['Chromium where there is no more particular brand', [grease, chromium], 'Chromium', '146.0.7680.80'],
  [
    'the same of two brands, however they are shuffled',
    [
      { brand: 'B', version: '2' },
      { brand: 'A', version: '1' },
    ],
    'A',
    '1',
  ],
  [
    'what the user agent says where all brands are noise',
    [{ brand: ' Not A;Brand', version: '99' }],
    'Chrome',
    '146.0.0.0',
  ],
])('names %s', (_name, fullVersionList, name, version) => {
  expect(refineByClientHints(windows, { ...hints('Windows'), fullVersionList }).browser).toEqual({ name, version })
})

it('falls back to brands without full versions', () => {
  expect(refineByClientHints(windows, hints('Windows')).browser).toEqual({ name: 'Chromium', version: '146.0.7680.80' })
})

it('does not let hints rename a browser that claims to be none that sends them', () => {
  expect(refineByClientHints(firefox, hints('Linux', '6.1.0'))).toEqual(firefox)
})

it('takes a brand called after something that every object has for a brand', () => {
  const fullVersionList = [{ brand: 'constructor', version: '1' }]
  const { browser } = refineByClientHints(windows, { ...hints('Windows', 'constructor'), fullVersionList })
  expect(browser).toEqual({ name: 'constructor', version: '1' })
})
