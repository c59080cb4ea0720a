import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { windowBars } from './window-bars.ts'

it.each<[string, Global, unknown]>([
  [
    'a pop-up without a tool bar',
    { toolbar: { visible: false }, scrollbars: { visible: true } },
    { value: { scrollbars: true, toolbar: false } },
  ],
  ['bars that say nothing', { toolbar: {}, menubar: {} }, { value: {} }],
  ['a worker', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(windowBars(g)).toEqual(expected)
})
