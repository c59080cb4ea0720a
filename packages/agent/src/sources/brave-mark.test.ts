import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { braveMark } from './brave-mark.ts'

const neverCalled = (): never => {
  throw new Error('called')
}

it.each<[string, Global, unknown]>([
  ['Brave, which is not called', { navigator: { brave: { isBrave: neverCalled } } }, { value: true }],
  ['a page that says brave and means something else', { navigator: { brave: {} } }, { value: false }],
  ['another browser', { navigator: {} }, { value: false }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(braveMark(g)).toEqual(expected)
})
