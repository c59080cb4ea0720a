import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { webdriver } from './webdriver.ts'

it.each<[string, Global, unknown]>([
  ['a person', { navigator: { webdriver: false } }, { value: false }],
  ['a driven browser', { navigator: { webdriver: true } }, { value: true }],
  ['a browser whose flag was deleted', { navigator: {} }, { absent: 'unavailable' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(webdriver(g)).toEqual(expected)
})
