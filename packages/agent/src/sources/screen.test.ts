import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { screen } from './screen.ts'

it.each<[string, Global, unknown]>([
  [
    'a monitor with a task bar',
    { screen: { width: 1920, height: 1080, availWidth: 1920, availHeight: 1040, colorDepth: 24 } },
    { value: { width: 1920, height: 1080, availWidth: 1920, availHeight: 1040, colorDepth: 24 } },
  ],
  ['a screen without its sizes', { screen: { width: 1920, height: 1080 } }, { absent: 'unavailable' }],
  [
    'a screen without a depth',
    { screen: { width: 1, height: 1, availWidth: 1, availHeight: 1 } },
    { absent: 'unavailable' },
  ],
  ['a worker', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(screen(g)).toEqual(expected)
})
