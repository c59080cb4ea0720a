import { expect, it } from 'vitest'
import { refusalOf } from './refusal.ts'

it.each([
  ['an opaque origin', new DOMException('no', 'SecurityError'), 'SecurityError'],
  ['a store without a shelf', new TypeError('no'), 'TypeError'],
  ['a failing disk', new DOMException('no', 'DataError'), undefined],
  ['something that is no error', 'SecurityError', undefined],
])('names the refusal of %s', (_who, error, name) => {
  expect(refusalOf(error)).toBe(name)
})
