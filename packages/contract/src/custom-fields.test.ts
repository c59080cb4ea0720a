import { describe, expect, it } from 'vitest'
import { decodeCustomFields } from './custom-fields.ts'

const numbered = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${String(i).padStart(4, '0')}`, 'v']))

it.each<[string, unknown, Record<string, string>]>([
  ['no fields', undefined, {}],
  ['an empty map', {}, {}],
  ['text', { plan: 'pro', 'a.b:c-d_1': 'x' }, { plan: 'pro', 'a.b:c-d_1': 'x' }],
  ['numbers and booleans, as text', { total: 19.9, first: true }, { total: '19.9', first: 'true' }],
  ['the longest key', { ['k'.repeat(40)]: 'v' }, { ['k'.repeat(40)]: 'v' }],
  ['the longest value', { k: 'v'.repeat(500) }, { k: 'v'.repeat(500) }],
  ['the longest value of two-byte letters', { k: 'é'.repeat(250) }, { k: 'é'.repeat(250) }],
  ['a space, which is no control character', { k: ' ' }, { k: ' ' }],
  ['fifty', numbered(50), numbered(50)],
])('takes %s', (_name, sent, fields) => {
  expect(decodeCustomFields(sent)).toEqual({ fields, fieldsRejected: 0 })
})

it.each<[string, unknown]>([
  ['an empty key', { '': 'v' }],
  ['a key of 41 bytes', { ['k'.repeat(41)]: 'v' }],
  ['a key with a space', { 'a b': 'v' }],
  ['a key that is not ASCII', { é: 'v' }],
  ['an empty value', { k: '' }],
  ['a value of 501 bytes', { k: 'v'.repeat(501) }],
  ['a value of 251 two-byte letters', { k: 'é'.repeat(251) }],
  ['a line break', { k: 'a\nb' }],
  ['the last control character', { k: '\u001f' }],
  ['an object', { k: {} }],
  ['a list', { k: ['v'] }],
  ['null', { k: null }],
  ['what is no map', 'plan=pro'],
  ['a list for a map', ['v']],
  ['null for a map', null],
])('leaves out and counts %s', (_name, sent) => {
  expect(decodeCustomFields(sent)).toEqual({ fields: {}, fieldsRejected: 1 })
})

it('keeps the good beside the bad', () => {
  expect(decodeCustomFields({ a: 'x', b: null, c: 'y' })).toEqual({ fields: { a: 'x', c: 'y' }, fieldsRejected: 1 })
})

describe('of too many fields', () => {
  it('keeps the first fifty good ones in the order of their keys', () => {
    const { fields, fieldsRejected } = decodeCustomFields({ ...numbered(60), a: null, b: 'first' })
    expect([Object.keys(fields).length, fields['b'], fields['k0048'], fields['k0049']]).toEqual([
      50,
      'first',
      'v',
      undefined,
    ])
    expect(fieldsRejected).toBe(12)
  })
  it('keeps none when they are past reason', () => {
    expect(decodeCustomFields(numbered(1000)).fieldsRejected).toBe(950)
    expect(decodeCustomFields(numbered(1001))).toEqual({ fields: {}, fieldsRejected: 1001 })
  })
})

it('keeps a key named like a prototype as plain data', () => {
  const { fields } = decodeCustomFields(JSON.parse('{"__proto__":"x"}'))
  expect([Object.keys(fields), Object.getPrototypeOf(fields)]).toEqual([['__proto__'], Object.prototype])
})
