import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { online } from './online.ts'

it.each<[string, Global, unknown]>([
  ['connected', { navigator: { onLine: true } }, { value: true }],
  ['offline', { navigator: { onLine: false } }, { value: false }],
  ['nobody says', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(online(g)).toEqual(expected)
})
