import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { screenInsets } from './screen-insets.ts'

it.each<[string, Global, unknown]>([
  [
    'a menu bar above, and a second monitor',
    { screen: { availLeft: 0, availTop: 25, isExtended: true } },
    { value: { availLeft: 0, availTop: 25, extended: true } },
  ],
  [
    'a browser that does not count monitors',
    { screen: { availLeft: -1280, availTop: 0 } },
    { value: { availLeft: -1280, availTop: 0, extended: null } },
  ],
  ['a phone', { screen: { width: 390, height: 844 } }, { absent: 'unavailable' }],
  ['a worker', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(screenInsets(g)).toEqual(expected)
})
