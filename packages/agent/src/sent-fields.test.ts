import { expect, it } from 'vitest'
import { sentFields } from './sent-fields.ts'

it.each<[string, unknown, unknown]>([
  ['scalars as they are', { a: 'x', b: 2.5, c: false }, { a: 'x', b: 2.5, c: false }],
  [
    'what is no scalar as null',
    { a: {}, b: [], c: null, d: Number.NaN, e: () => 1, f: undefined },
    { a: null, b: null, c: null, d: null, e: null, f: null },
  ],
  ['bad keys too, for the server to count', { '': 'x', 'a b': 'y' }, { '': 'x', 'a b': 'y' }],
  ['null', null, null],
  ['a list', ['x'], null],
  ['a text', 'plan=pro', null],
])('sends %s', (_name, fields, sent) => {
  expect(sentFields(fields)).toEqual(sent)
})

it('cuts what is too long to where the server still sees that it is', () => {
  expect(sentFields({ ['k'.repeat(900)]: 'v'.repeat(900) })).toEqual({ ['k'.repeat(41)]: 'v'.repeat(501) })
})

it('sends of a flood the first hundred in the order of their keys', () => {
  const flood = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${999 - i}`, i]))
  const sent = Object.keys(sentFields(flood) ?? {})
  expect([sent.length, sent[0], sent.at(-1)]).toEqual([100, 'k500', 'k599'])
})
