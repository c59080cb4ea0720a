import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { privacySignals } from './privacy-signals.ts'

it.each<[string, Global, unknown]>([
  [
    'both wishes',
    { navigator: { doNotTrack: '1', globalPrivacyControl: true } },
    { value: { doNotTrack: '1', globalPrivacyControl: true } },
  ],
  ['no wish', { navigator: { doNotTrack: null } }, { value: { doNotTrack: null, globalPrivacyControl: null } }],
  ['a browser that knows neither', { navigator: {} }, { value: { doNotTrack: null, globalPrivacyControl: null } }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(privacySignals(g)).toEqual(expected)
})
