import { expect, it } from 'vitest'
import { drawers, exportedNames, misnamed } from './naming.ts'

const at = (file: string, text = '') => [{ file, text }]

it.each(['packages/engine/src/utils.ts', 'packages/agent/src/types.ts', 'scripts/helpers.mjs', 'e2e/common.test.ts'])(
  'refuses the drawer %s',
  (file) => {
    expect(drawers(at(file))).toEqual([file])
  },
)

it.each(['packages/engine/src/common-name.ts', 'docs/types.md', 'packages/agent/src/type-of.ts'])(
  'takes %s for no drawer',
  (file) => {
    expect(drawers(at(file))).toEqual([])
  },
)

it.each([
  ['constants and functions', 'export const a = 1\nexport async function b() {}', ['a', 'b']],
  ['types', 'export interface A {}\nexport type B = 1', ['A', 'B']],
  ['lists, under the name they get', "export { a, b as c } from './x.ts'", ['a', 'c']],
  ['nothing from comments', '// export const a = 1', []],
])('finds %s', (_name, text, expected) => {
  expect(exportedNames(text)).toEqual(expected)
})

it.each([
  ['packages/engine/src/detectors/timezone-mismatch.ts', 'export const timezone = 1'],
  ['packages/engine/src/detectors/timezone-mismatch.ts', 'export const timezoneMismatchDetector = 1'],
  ['packages/server/src/cookie-token.ts', 'export const readHeader = 1'],
])('refuses %s with %s', (file, text) => {
  expect(misnamed(at(file, text), [])).toHaveLength(1)
})

it.each([
  ['packages/engine/src/detectors/timezone-mismatch.ts', 'export const timezoneMismatch = 1'],
  ['packages/server/src/api-error.ts', 'export class ApiError extends Error {}'],
  ['packages/contract/src/products.ts', 'export const toProducts = 1'],
  ['packages/contract/src/error-codes.ts', 'export const errorStatus = 1\nexport type ErrorCode = 1'],
  ['packages/server/src/ip-asn-table.ts', 'export const asnTable = 1'],
  ['packages/contract/src/index.ts', "export { a } from './a.ts'"],
  ['packages/server/src/cli.ts', 'run()'],
  ['packages/server/src/cookie-token.test.ts', 'export const anything = 1'],
  ['scripts/build.ts', 'export const anything = 1'],
])('allows %s with %s', (file, text) => {
  expect(misnamed(at(file, text), [])).toEqual([])
})

it('leaves out a group that is named', () => {
  const file = 'packages/contract/src/brand.ts'
  expect(misnamed(at(file, 'export type EpochMs = 1'), [file])).toEqual([])
})
