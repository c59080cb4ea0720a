import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { screenOrientation } from './screen-orientation.ts'

it.each<[string, Global, unknown]>([
  [
    'a phone held sideways',
    { screen: { orientation: { type: 'landscape-secondary', angle: 270 } } },
    { value: { type: 'landscape-secondary', angleDeg: 270 } },
  ],
  ['old Safari', { screen: {} }, { absent: 'unavailable' }],
  ['a worker', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(screenOrientation(g)).toEqual(expected)
})
