import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { vendor } from './vendor.ts'

it.each<[string, Global, unknown]>([
  ['Chromium', { navigator: { vendor: 'Google Inc.' } }, { value: 'Google Inc.' }],
  ['Gecko, where the empty string is the value', { navigator: { vendor: '' } }, { value: '' }],
  ['a worker', { navigator: {} }, { absent: 'unavailable' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(vendor(g)).toEqual(expected)
})
