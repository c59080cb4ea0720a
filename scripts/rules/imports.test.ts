import { expect, it } from 'vitest'
import { importsOf, strangers } from './imports.ts'

const runtime = (from: string) => [{ from, isType: false }]
const type = (from: string) => [{ from, isType: true }]

it.each([
  ['a named import', "import { a, type B } from 'x'", runtime('x')],
  ['an import over several lines', "import {\n  a,\n  b,\n} from 'x'", runtime('x')],
  ['a default import with names', "import a, { b } from 'x'", runtime('x')],
  ['a namespace', "import * as a from 'x'", runtime('x')],
  ['a re-export', "export { a } from 'x'\nexport * from 'y'", [...runtime('x'), ...runtime('y')]],
  ['an import of types only, that still loads the module', "import { type A } from 'x'", runtime('x')],
  ['an import for its effect', "import 'x'", runtime('x')],
  ['double quotes', 'import { a } from "x"', runtime('x')],
  ['a dynamic import', "const a = await import('x')", runtime('x')],
  ['a dynamic import with a note to the bundler', "import(/* keep */ 'x')", runtime('x')],
  ['a template without holes', 'import(`x`)', runtime('x')],
  ['a require', "const a = require('x')", runtime('x')],
  ['a resolved path', "import.meta.resolve('x')", runtime('x')],
  ['a computed import, which nobody can judge', 'import(name)', runtime('<computed>')],
  ['a template with holes', 'import(`x/$' + '{name}`)', runtime('<computed>')],
  ['the script of a worker', "new Worker(new URL('./x.ts', import.meta.url))", runtime('./x.ts')],
  ['a type', "import type { A } from 'x'", type('x')],
  ['a re-exported type', "export type { A } from 'x'", type('x')],
])('sees %s', (_name, text, expected) => {
  expect(importsOf(text)).toEqual(expected)
})

it.each([
  ['a comment', "// import { a } from 'x'\n/**\n * import('x')\n */"],
  ['an ordinary export', "export const from = ['x']\nexport function a() {}\nexport type A = 'x'"],
  ['words in a string', "const a = 'taken from'\nconst b = 'x'"],
  ['a file to read', "readFileSync(new URL('./x.css', import.meta.url))"],
  ['a bundle to hand out', "new URL('../../agent/dist/agent.js', import.meta.url)"],
  ['the metadata of the module', 'const here = import.meta.dirname'],
])('sees no import in %s', (_name, text) => {
  expect(importsOf(text)).toEqual([])
})

const file = 'packages/engine/src/detectors/x.ts'
const rule = { runtime: ['@tracio/contract/wire', 'bowser'], types: ['@tracio/contract'] }
const judge = (text: string, allowed: Parameters<typeof strangers>[1] = rule) => strangers([{ file, text }], allowed)

it.each([
  ['a library that it does not have', "import { a } from 'fastify'"],
  ['a library hidden in a subpath', "import { a } from 'fastify/types'"],
  ['a library whose name begins like an allowed one', "import { a } from 'bowser-extra'"],
  ['a workspace package beyond the allowed entry', "import { signals } from '@tracio/contract'"],
  ['a builtin', "import { readFileSync } from 'node:fs'"],
  ['a builtin by its old name', "import { readFileSync } from 'fs'"],
  ['another package by its path', "import { a } from '../../../server/src/ids.ts'"],
  ['scripts', "import { a } from '../../../../scripts/build.ts'"],
  ['what only tests use', "import { a } from '../../test/tester.ts'"],
  ['a test', "import { a } from './x.test.ts'"],
  ['a forbidden module, lazily', "export const a = () => import('node:fs')"],
  ['a forbidden module, for its effect', "import 'node:fs'"],
  ['a type of a package it may not know', "import type { A } from '@tracio/server'"],
])('refuses %s', (_name, text) => {
  expect(judge(text)).toHaveLength(1)
})

it.each([
  ['its library', "import Bowser from 'bowser'"],
  ['a subpath of its library', "import Bowser from 'bowser/es5.js'"],
  ['the allowed entry of a workspace package', "import { gapNumbers } from '@tracio/contract/wire'"],
  ['types it may name', "import type { Signals } from '@tracio/contract'"],
  ['its neighbours', "import { detected } from '../detector.ts'"],
  ['its own manifest', "import manifest from '../../package.json' with { type: 'json' }"],
])('allows %s', (_name, text) => {
  expect(judge(text)).toEqual([])
})

it('allows builtins where Node is', () => {
  expect(judge("import { a } from 'node:fs'", { runtime: [], nodeBuiltins: true })).toEqual([])
})
