import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { cores } from './cores.ts'

it.each<[string, Global, unknown]>([
  ['hands the number on, odd ones too', { navigator: { hardwareConcurrency: 3 } }, { value: 3 }],
  ['a navigator without it', { navigator: {} }, { absent: 'unavailable' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(cores(g)).toEqual(expected)
})
