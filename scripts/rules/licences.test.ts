import { expect, it } from 'vitest'
import { directDependencies, documentedDependencies, isFree, shippedPackages } from './licences.ts'

it.each(['MIT', 'ISC', 'MIT OR Apache-2.0', '(MIT OR GPL-3.0-only)', 'MIT AND BSD-3-Clause', 'BlueOak-1.0.0'])(
  'ships %s',
  (licence) => {
    expect(isFree(licence)).toBe(true)
  },
)

it.each([
  'AGPL-3.0-or-later',
  'GPL-2.0-only',
  'MIT AND LGPL-3.0-only',
  'MPL-2.0',
  'UNLICENSED',
  'SEE LICENSE IN X',
  '',
])('does not ship %j', (licence) => {
  expect(isFree(licence)).toBe(false)
})

it('reads the rows of the page, and neither its headings nor its text', () => {
  const page = '| package | licence | what for | why |\n| --- | --- | --- | --- |\n| `a` | MIT | b | c |\nSee `d`.'
  expect(documentedDependencies(page)).toEqual([{ name: 'a', licence: 'MIT', purpose: 'b', reason: 'c' }])
})

it('collects what every package asks for, once, and not our own packages', () => {
  const manifests = [
    { dependencies: { b: '1', '@tracio/contract': '1' }, devDependencies: { a: '1' } },
    { dependencies: { b: '1' }, optionalDependencies: { c: '1' }, peerDependencies: { d: '1' } },
  ]
  expect(directDependencies(manifests)).toEqual(['a', 'b', 'c', 'd'])
})

it('counts what may be installed in production, and neither ourselves nor what only developers have', () => {
  const packages = {
    '': {},
    'packages/server': {},
    'node_modules/@tracio/server': { link: true },
    'node_modules/a': {},
    'node_modules/a/node_modules/b': {},
    'node_modules/c': { dev: true },
  }
  expect(shippedPackages(packages)).toEqual(['node_modules/a', 'node_modules/a/node_modules/b'])
})
