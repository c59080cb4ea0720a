import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { productSub } from './product-sub.ts'

it.each<[string, Global, unknown]>([
  ['Chromium', { navigator: { productSub: '20030107' } }, { value: '20030107' }],
  ['a worker', { navigator: {} }, { absent: 'unavailable' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(productSub(g)).toEqual(expected)
})
