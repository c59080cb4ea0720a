import { expect, it } from 'vitest'
import { found, has, looking, presence, reach } from './has.ts'

const root = {
  plain: 1,
  nothing: undefined,
  deep: { down: null },
  make: Object.assign(() => 1, { prototype: { act: 1 } }),
  get trap(): never {
    throw new Error('read')
  },
}

it.each([
  ['plain', true],
  ['nothing', true],
  ['deep.down', true],
  ['make.prototype.act', true],
  ['toString', true],
  ['trap', true],
  ['missing', false],
  ['deep.down.further', false],
  ['plain.length', false],
  ['missing.at.all', false],
  ['', false],
])('%s: %s', (path, expected) => {
  expect(has(root, path)).toBe(expected)
})

it('finds those paths of a line that lead anywhere', () => {
  expect(found(root, 'plain missing deep.down deep.up')).toEqual(['plain', 'deep.down'])
  expect(looking('missing trap')(root)).toEqual({ value: ['trap'] })
})

it('tells every path of a line', () => {
  expect(presence(root, 'plain deep.up')).toEqual({ plain: true, 'deep.up': false })
})

it('reaches what lies at the end of a path, and nothing past its end', () => {
  expect(reach(root, 'make.prototype.act')).toBe(1)
  expect(reach(root, 'deep.down')).toBe(null)
  expect(reach(root, 'deep.down.further')).toBe(undefined)
})
