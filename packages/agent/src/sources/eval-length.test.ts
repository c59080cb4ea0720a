import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { evalLength } from './eval-length.ts'

it.each<[string, Global, unknown]>([
  ['V8', { eval: Reflect.get(globalThis, 'eval') }, { value: 33 }],
  ['a wrapped one', { eval: Object.assign(() => 0, { toString: () => 'wrapped' }) }, { value: 7 }],
  ['no such function', {}, { absent: 'unavailable' }],
  ['something else of that name', { eval: 'eval' }, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(evalLength(g)).toEqual(expected)
})
