import { expect, it } from 'vitest'
import { hasLogic, testedFiles } from './tested.ts'

const source = (text: string, file = 'packages/engine/src/x.ts') => ({ file, text })

it.each([
  ['a function', 'export function a(): number { return 1 }'],
  ['an arrow', 'export const a = (b: number) => b + 1'],
  ['a method', 'export const a = define({\n  detect(seen) {\n    return seen\n  },\n})'],
])('finds logic in %s', (_name, text) => {
  expect(hasLogic(source(text))).toBe(true)
})

it.each([
  [
    'types of functions',
    'export interface A { readonly f: (b: number) => string; g(): void }\nexport type B = () => void',
  ],
  ['a table', "export const a: readonly (() => void)[] = []\nexport const b = { name: 'x' } as const"],
  ['a table made by a call', 'export const a = define({\n  id: 1,\n})'],
  ['comments', '// a => b\nexport const a = 1'],
  ['re-exports', "export { a } from './a.ts'"],
])('finds none in %s', (_name, text) => {
  expect(hasLogic(source(text))).toBe(false)
})

const logic = 'export const a = () => 1'

it('asks for a test beside each file with logic', () => {
  const files = [
    source(logic, 'packages/engine/src/held.ts'),
    source('', 'packages/engine/src/held.test.ts'),
    source(logic, 'packages/engine/src/loose.ts'),
    source('export const a = 1', 'packages/engine/src/table.ts'),
    source(logic, 'packages/engine/src/index.ts'),
    source(logic, 'packages/engine/src/entry.ts'),
  ]
  expect(testedFiles(files, ['packages/engine/src/entry.ts'])).toEqual({
    tested: ['packages/engine/src/held.ts'],
    untested: ['packages/engine/src/loose.ts'],
  })
})

it('takes a contract suite for the test of an adapter and its parts, and of nothing else', () => {
  const suite = "import { a } from '../src/adapters/memory.ts'\nimport { b } from '../src/ids.ts'"
  const files = [
    source("import { b } from './parts/page.ts'\nexport const a = () => b", 'packages/server/src/adapters/memory.ts'),
    source(logic, 'packages/server/src/adapters/parts/page.ts'),
    source(logic, 'packages/server/src/adapters/forgotten.ts'),
    source(logic, 'packages/server/src/ids.ts'),
    source(suite, 'packages/server/test/ledger.test.ts'),
  ]
  expect(testedFiles(files, [])).toEqual({
    tested: ['packages/server/src/adapters/memory.ts', 'packages/server/src/adapters/parts/page.ts'],
    untested: ['packages/server/src/adapters/forgotten.ts', 'packages/server/src/ids.ts'],
  })
})
