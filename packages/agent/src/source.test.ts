import { expect, it } from 'vitest'
import { absent, present } from './source.ts'

it.each([
  ['undefined is no value', undefined, absent('unavailable')],
  ['the empty string is one', '', { value: '' }],
  ['zero is one', 0, { value: 0 }],
  ['false is one', false, { value: false }],
  ['null is one, for the decoder to refuse', null, { value: null }],
])('%s', (_name, value, sample) => {
  expect(present(value)).toEqual(sample)
})
