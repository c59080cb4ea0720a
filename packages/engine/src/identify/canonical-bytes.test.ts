import { describe, expect, it } from 'vitest'
import { canonicalBytes } from './canonical-bytes.ts'

const bytesOf = (value: unknown, unordered = false) => Array.from(canonicalBytes([{ value, unordered }]))

it('does not care in which order keys came, at any depth', () => {
  expect(bytesOf({ b: { d: 1, c: 2 }, a: null })).toEqual(bytesOf({ a: null, b: { c: 2, d: 1 } }))
})

it('cares about the order of a list, unless it is said to mean nothing', () => {
  expect(bytesOf(['b', 'a'])).not.toEqual(bytesOf(['a', 'b']))
  expect(bytesOf(['b', 'a'], true)).toEqual(bytesOf(['a', 'b'], true))
})

it('takes the two zeros for one', () => {
  expect(bytesOf(-0)).toEqual(bytesOf(0))
})

describe('tells apart', () => {
  it.each([
    ['a number and its text', 1, '1'],
    ['null and its text', null, 'null'],
    ['null and 0', null, 0],
    ['true and false', true, false],
    ['one item with a comma and two items', ['a,b'], ['a', 'b']],
    ['the same letters cut elsewhere', ['ab', 'c'], ['a', 'bc']],
    ['a list and a map', [], {}],
    ['a list in a list', [[1], 2], [[1, 2]]],
    ['key and value that change places', { a: 'b' }, { b: 'a' }],
    ['neighbouring numbers', 1, 1 + Number.EPSILON],
  ])('%s', (_name, one, other) => {
    expect(bytesOf(one)).not.toEqual(bytesOf(other))
  })
  it('two fields and one field that is a list of them', () => {
    expect(canonicalBytes([{ value: 1 }, { value: 2 }])).not.toEqual(canonicalBytes([{ value: [1, 2] }]))
  })
})

it('writes what outgrows its first room like what does not', () => {
  const long = 'ゴ'.repeat(5000)
  const small = bytesOf('end')
  const large = canonicalBytes([{ value: long }, { value: [1.5] }, { value: 'end' }])
  expect(Array.from(large.subarray(-small.length))).toEqual(small)
  expect(large.length).toBe(5 + 15_000 + 5 + 9 + small.length)
})

it('grows exactly at the edge, wherever it is', () => {
  for (let units = 8150; units <= 8192; units++) {
    const bytes = canonicalBytes([{ value: 'x'.repeat(units) }, { value: 7 }, { value: 'x' }])
    expect(bytes.length).toBe(5 + units + 9 + 6)
  }
})
