import { join } from 'node:path'
import { expect, it } from 'vitest'
import { entries } from './rules/entries.ts'
import { defaultExports, emptyCatches, environmentReaders, namedPlaces, tooLong, typeEscapes } from './rules/house.ts'
import { drawers, misnamed } from './rules/naming.ts'
import { isTest, packageOf, readSourceFiles } from './rules/source-file.ts'
import { testedFiles } from './rules/tested.ts'

const files = readSourceFiles(join(import.meta.dirname, '..'))
/** The rules' own tests are left out: they are made of guilty examples. */
const source = files.filter(({ file }) => /^(?:packages|scripts(?!\/rules\/[^/]+\.test\.ts$)|bench|e2e)\//.test(file))
const packages = source.filter(({ file }) => file.startsWith('packages/'))

/** Tables that hold nothing but data, and may be as long as the world has rows. */
const tables: readonly string[] = []

/** Files named for what their exports have in common, because none of them leads. */
const groups: readonly string[] = [
  'packages/agent/src/clock.ts',
  'packages/contract/src/brand.ts',
  'packages/contract/src/wire.ts',
  'packages/server/src/pages/demo/elements.ts',
]

/** How much of what has logic has a test of its own. House style, section 6. */
const TESTED_SHARE_MIN = 0.95

it('no file is longer than a reader holds', () => {
  expect(tooLong(source, tables)).toEqual([])
})

it('nothing goes around the compiler', () => {
  expect(typeEscapes(source)).toEqual([])
})

it('no error goes unheard', () => {
  expect(emptyCatches(source)).toEqual([])
})

it('the environment is read in one place', () => {
  expect(environmentReaders(packages, ['packages/server/src/config.ts'])).toEqual([])
})

it('no file is a drawer', () => {
  expect(drawers(source)).toEqual([])
})

it('files have the name of what they export', () => {
  expect(misnamed(packages, [...groups, ...entries])).toEqual([])
})

it('exports have names', () => {
  expect(defaultExports(source)).toEqual([])
})

it('nothing names a place that only one machine knows', () => {
  expect(namedPlaces(files)).toEqual([])
})

it('what has logic has a test beside it', () => {
  const { tested, untested } = testedFiles(
    packages.filter(({ file }) => packageOf(file) !== undefined || isTest(file)),
    entries,
  )
  const share = tested.length / (tested.length + untested.length)
  expect(share >= TESTED_SHARE_MIN ? [] : untested).toEqual([])
})

it('exemptions are not kept for files that are gone', () => {
  const known = new Set(files.map(({ file }) => file))
  expect([...tables, ...groups, ...entries].filter((file) => !known.has(file))).toEqual([])
})
