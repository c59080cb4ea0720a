import { describe, expect, it } from 'vitest'
import { bool, dict, either, INVALID, int, list, nullable, num, oneOf, shape, text } from './decoder.ts'

describe('decoders take what fits', () => {
  it.each([
    ['an integer at its lower bound', int(0, 5), 0],
    ['an integer at its upper bound', int(0, 5), 5],
    ['a fraction', num(0, 1), 0.25],
    ['a string of exactly the longest length', text(3), 'abc'],
    ['a boolean', bool, false],
    ['a known word', oneOf('a', 'b'), 'b'],
    ['a list of exactly the longest length', list(int(0, 9), 2), [1, 2]],
    ['an empty list', list(bool, 2), []],
    ['null where null may be', nullable(bool), null],
    ['the second of two shapes', either(bool, text(3)), 'no'],
    ['a map', dict(int(0, 9), 2), { a: 1, b: 2 }],
  ])('%s', (_name, decode, input) => {
    expect((decode as (input: unknown) => unknown)(input)).toEqual(input)
  })
})

describe('decoders refuse what does not fit', () => {
  it.each([
    ['an integer below', int(0, 5), -1],
    ['an integer above', int(0, 5), 6],
    ['a fraction where an integer belongs', int(0, 5), 1.5],
    ['a number in a string', int(0, 5), '3'],
    ['not a number', num(0, 1), Number.NaN],
    ['infinity', num(0, Number.MAX_VALUE), Number.POSITIVE_INFINITY],
    ['a string one too long', text(3), 'abcd'],
    ['something like false', bool, 0],
    ['an unknown word', oneOf('a', 'b'), 'c'],
    ['a list one too long', list(int(0, 9), 2), [1, 2, 3]],
    ['a list with one bad item', list(int(0, 9), 3), [1, 'x']],
    ['an object that looks like a list', list(int(0, 9), 3), { length: 0 }],
    ['a map with too many keys', dict(int(0, 9), 1), { a: 1, b: 2 }],
    ['a map with an endless key', dict(int(0, 9), 1), { ['k'.repeat(65)]: 1 }],
    ['a list where a map belongs', dict(int(0, 9), 1), [1]],
    ['null where an object belongs', shape({ a: bool }), null],
    ['an object without a required key', shape({ a: bool }), {}],
    ['an object with a bad optional key', shape({}, { b: bool }), { b: 1 }],
  ])('%s', (_name, decode, input) => {
    expect((decode as (input: unknown) => unknown)(input)).toBe(INVALID)
  })
})

it('drops keys that nobody asked for', () => {
  expect(shape({ a: bool })({ a: true, extra: 'x' })).toEqual({ a: true })
})

it('keeps a key named __proto__ as plain data', () => {
  const decoded = dict(int(0, 9), 2)(JSON.parse('{"__proto__":1}'))
  expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype)
  expect(Object.keys(decoded as object)).toEqual(['__proto__'])
})
