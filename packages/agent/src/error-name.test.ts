import { expect, it } from 'vitest'
import { isNamed } from './error-name.ts'

it.each<[string, unknown, boolean]>([
  ['a DOMException of that name', new DOMException('no', 'SecurityError'), true],
  ['its look-alike of another realm', { name: 'SecurityError' }, true],
  ['another error', new TypeError('no'), false],
  ['a thrown string', 'SecurityError', false],
  ['a thrown null', null, false],
])('%s', (_name, thrown, expected) => {
  expect(isNamed(thrown, 'SecurityError')).toBe(expected)
})
