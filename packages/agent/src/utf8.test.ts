import { expect, it } from 'vitest'
import { utf8 } from './utf8.ts'

it.each([
  ['nothing', ''],
  ['ASCII with a per cent sign', '100 % sure'],
  ['two, three and four bytes', 'é € 🦦'],
  ['a lone surrogate', 'a\ud800b\udc00'],
])('agrees with TextEncoder on %s', (_name, text) => {
  expect(utf8(text)).toEqual(new TextEncoder().encode(text))
})
