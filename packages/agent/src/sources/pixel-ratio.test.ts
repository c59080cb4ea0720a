import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { pixelRatio } from './pixel-ratio.ts'

it.each<[string, Global, unknown]>([
  ['ordinary monitor', { devicePixelRatio: 1 }, { value: 1 }],
  ['zoomed page', { devicePixelRatio: 1.100000023841858 }, { value: 1.100000023841858 }],
  ['a worker', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(pixelRatio(g)).toEqual(expected)
})
