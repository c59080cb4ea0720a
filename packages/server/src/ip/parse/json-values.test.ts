import { describe, expect, it } from 'vitest'
import { hasShape, isRecord, jsonPath, showPath, showValue, valuesAt } from './json-values.ts'

const ROOT = JSON.parse('{"a":[{"b":1},{"b":null},{"b":[2,3]},4],"c":{"x":{"y":5},"z":{"y":6}},"__proto__":{"p":7}}')

describe('a path', () => {
  it.each([
    ['a[].b', ['a', '[]', 'b']],
    ['[]', ['[]']],
    ['{}{}[].range', ['{}', '{}', '[]', 'range']],
    ['a{}[].b.c[]', ['a', '{}', '[]', 'b', 'c', '[]']],
  ])('%s is cut into %j, and is written so again', (path, steps) => {
    expect(jsonPath(path)).toEqual(steps)
    expect(showPath(jsonPath(path))).toBe(path)
  })
  it.each([
    ['a[].b', [1, [2, 3]]],
    ['a[].b[]', [2, 3]],
    ['c{}.y', [5, 6]],
    ['c.x.y', [5]],
    ['a{}', []],
    ['c[]', []],
    ['a.length', []],
    ['toString', []],
    ['constructor.name', []],
    ['p', []],
    ['__proto__.p', [7]],
  ])('%s leads to %j', (path, values) => {
    expect([...valuesAt(ROOT, jsonPath(path))]).toEqual(values)
  })
})

it.each([
  ['a[].b', true],
  ['c{}[]', true],
  ['c.x.y', true],
  ['a{}', false],
  ['c[]', false],
  ['d[]', false],
  ['[]', false],
  ['toString', false],
])('the shape %s is there: %s', (path, is) => {
  expect(hasShape(ROOT, jsonPath(path))).toBe(is)
})

it.each([
  [{}, true],
  [[], false],
  [null, false],
  ['{}', false],
])('%j is a record: %s', (value, is) => {
  expect(isRecord(value)).toBe(is)
})

it.each([
  ['text', 'text'],
  [5, '5'],
  [true, 'true'],
  [null, 'null'],
  [undefined, 'nothing'],
  [[1], 'a list'],
  [{ a: 1 }, 'an object'],
])('%j is shown as %s', (value, shown) => {
  expect(showValue(value)).toBe(shown)
})
