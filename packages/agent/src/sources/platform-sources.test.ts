import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { platformSources } from './platform-sources.ts'

const digest = expect.stringMatching(/^[0-9a-f]{32}$/)
const refusing = () => Promise.reject(new DOMException('no', 'SecurityError'))
const speaking = (...names: string[]): Global => {
  const getVoices = () => names.map((name) => ({ name, lang: 'de', localService: name !== 'Cloud' }))
  return Object.assign({ webkitRequestAnimationFrame: 0 }, { speechSynthesis: { getVoices } })
}

/** Safari's, on a machine with a card in its wallet. */
const ApplePaySession = { canMakePayments: () => true, supportsVersion: (version: number) => version <= 14 }
const paying: Global = { ApplePaySession, isSecureContext: true }
const topmost: Global & { top?: unknown } = { ...paying }
Object.assign(topmost, { top: topmost })

it.each<[keyof typeof platformSources, string, Global, unknown]>([
  [
    'keyboardLayout',
    'a German keyboard, in the order of the keys',
    {
      navigator: {
        keyboard: {
          getLayoutMap: async () =>
            new Map([
              ['KeyZ', 'y'],
              ['KeyA', 'a'],
            ]),
        },
      },
    },
    { value: 'KeyA,a KeyZ,y' },
  ],
  [
    'keyboardLayout',
    'a frame of another site',
    { navigator: { keyboard: { getLayoutMap: refusing } } },
    { absent: 'denied' },
  ],
  ['keyboardLayout', 'Firefox', { navigator: {} }, { absent: 'unavailable' }],
  ['voices', 'a machine that speaks', speaking('Anna', 'Cloud'), { value: { count: 2, digest, local: 1 } }],
  ['voices', 'a machine that stays mute', speaking(), { value: { count: 0, digest, local: 0 } }],
  [
    'voices',
    'Firefox on Linux, which would tell its user',
    { navigator: { platform: 'Linux x86_64' }, speechSynthesis: { getVoices: () => [] } },
    { absent: 'unavailable' },
  ],
  [
    'voices',
    'Firefox on Windows',
    { navigator: { platform: 'Win32' }, speechSynthesis: { getVoices: () => [] } },
    { value: { count: 0, digest, local: 0 } },
  ],
  ['voices', 'a browser without speech', {}, { absent: 'unavailable' }],
  [
    'battery',
    'a laptop on the way',
    {
      navigator: {
        getBattery: async () => ({
          charging: false,
          chargingTime: Number.POSITIVE_INFINITY,
          dischargingTime: 5580,
          level: 0.73,
        }),
      },
    },
    { value: 'false Infinity some some' },
  ],
  [
    'battery',
    'a desktop',
    {
      navigator: {
        getBattery: async () => ({
          charging: true,
          chargingTime: 0,
          dischargingTime: Number.POSITIVE_INFINITY,
          level: 1,
        }),
      },
    },
    { value: 'true 0 Infinity 1' },
  ],
  ['battery', 'a page that may not know', { navigator: { getBattery: refusing } }, { absent: 'denied' }],
  ['battery', 'Firefox', { navigator: {} }, { absent: 'unavailable' }],
  ['applePay', 'a Mac', topmost, { value: { payments: true, version: 14 } }],
  ['applePay', 'a frame, which is not asked', { ...paying, top: {} }, { absent: 'denied' }],
  ['applePay', 'any other browser', {}, { absent: 'unavailable' }],
  [
    'navigatorProperties',
    'a navigator with a property of its own',
    { navigator: Object.assign(Object.create({ a: 1, b: 2 }), { webdriver: false }) },
    { value: { count: 2, digest, own: 1 } },
  ],
  ['navigatorProperties', 'no navigator', {}, { absent: 'unavailable' }],
  ['prefixedFeatures', 'a window of nothing', {}, { value: [] }],
  [
    'prefixedFeatures',
    'a browser with some',
    Object.assign(
      {},
      { mozPaintCount: 1, document: Object.assign({ visibilityState: 'visible' }, { webkitHidden: false }) },
    ),
    { value: ['mozPaintCount', 'document.webkitHidden'] },
  ],
])('%s: %s', async (name, _who, g, expected) => {
  expect(await platformSources[name](g)).toEqual(expected)
})

it('takes the voices that come a little later', async () => {
  const names: string[] = []
  const g: Global = {
    navigator: { platform: 'MacIntel' },
    setTimeout: (done) => {
      names.push('Samantha')
      return setTimeout(done)
    },
    speechSynthesis: { getVoices: () => names.map((name) => ({ name, lang: 'en', localService: true })) },
  }
  expect(await platformSources.voices(g)).toEqual({ value: { count: 1, digest, local: 1 } })
})
