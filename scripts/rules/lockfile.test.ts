import { expect, it } from 'vitest'
import { notLocked } from './lockfile.ts'

const asks = (name: string) => ({ dependencies: { [name]: '1' } })

it.each([
  ['beside it', { 'node_modules/a': asks('b'), 'node_modules/b': {} }],
  ['inside it', { 'node_modules/a': asks('b'), 'node_modules/a/node_modules/b': {} }],
  ['beside what it lies in', { 'node_modules/a/node_modules/c': asks('b'), 'node_modules/a/node_modules/b': {} }],
  ['at the root, from far below', { 'node_modules/a/node_modules/@x/c': asks('@y/b'), 'node_modules/@y/b': {} }],
  ['at the root, from a workspace', { 'packages/a': asks('b'), 'node_modules/b': {} }],
  ['at the root, from the root', { '': asks('b'), 'node_modules/b': {} }],
])('finds what a package asks for %s', (_name, packages) => {
  expect(notLocked(packages)).toEqual([])
})

it('does not find it inside a stranger', () => {
  const packages = { 'node_modules/a': asks('b'), 'node_modules/c/node_modules/b': {} }
  expect(notLocked(packages)).toEqual(['node_modules/a → b'])
})

it('names the platform packages that npm left out', () => {
  const packages = {
    'node_modules/@biomejs/biome': { optionalDependencies: { '@biomejs/linux': '1', '@biomejs/android': '1' } },
    'node_modules/@biomejs/linux': {},
  }
  expect(notLocked(packages)).toEqual(['node_modules/@biomejs/biome → @biomejs/android'])
})
