import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { memoryGib } from './memory-gib.ts'

it.each<[string, Global, unknown]>([
  ['small machine', { navigator: { deviceMemory: 0.25 } }, { value: 0.25 }],
  ['large machine', { navigator: { deviceMemory: 32 } }, { value: 32 }],
  ['plain HTTP page', { navigator: {} }, { absent: 'unavailable' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(memoryGib(g)).toEqual(expected)
})
