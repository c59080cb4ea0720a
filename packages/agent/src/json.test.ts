import { afterEach, describe, expect, it } from 'vitest'
import { toJson } from './json.ts'

const DEEP = 8

it.each<[string, unknown]>([
  ['numbers', [0, -1.5, 1e300, 5e-324]],
  ['text with everything that needs an escape', 'a"b\\c\n\u0000\u001f\u2028é🦦'],
  ['nested objects', { a: { b: [true, false, null] }, 'a key': '' }],
  ['a key that means something to engines', Object.fromEntries([['__proto__', 1]])],
])('writes %s so that JSON.parse reads them back', (_name, value) => {
  expect(JSON.parse(toJson(value, DEEP))).toEqual(value)
})

it('writes numbers that JSON cannot carry as null, and leaves undefined fields out', () => {
  expect(toJson({ a: Number.NaN, b: undefined, c: -1 / 0 }, DEEP)).toBe('{"a":null,"c":null}')
})

describe('on a page with an old Prototype.js', () => {
  afterEach(() => {
    Reflect.deleteProperty(Array.prototype, 'toJSON')
    Reflect.deleteProperty(Array.prototype, 'each')
  })
  it('writes lists as lists', () => {
    Object.assign(Array.prototype, { toJSON: () => '"spoilt"', each: () => 0 })
    expect(toJson({ list: ['a'] }, DEEP)).toBe('{"list":["a"]}')
  })
})

const ring: { self?: unknown } = {}
ring.self = ring

describe('throws for', () => {
  it.each<[string, unknown]>([
    ['a function', () => 0],
    ['undefined', undefined],
    ['a class instance', new Date(0)],
    ['a map', new Map()],
    ['a ring', ring],
    ['a list in a ring', [ring]],
  ])('%s', (_name, value) => {
    expect(() => toJson(value, DEEP)).toThrow(TypeError)
  })
  it('what is one level too deep, and not for what is just as deep', () => {
    expect(toJson([[1]], 2)).toBe('[[1]]')
    expect(() => toJson([[1]], 1)).toThrow(TypeError)
  })
})
