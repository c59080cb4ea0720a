import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { platform } from './platform.ts'

it.each<[string, Global, unknown]>([
  ['hands the name on as it is', { navigator: { platform: 'Linux x86_64' } }, { value: 'Linux x86_64' }],
  ['a navigator without it', { navigator: {} }, { absent: 'unavailable' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(platform(g)).toEqual(expected)
})
