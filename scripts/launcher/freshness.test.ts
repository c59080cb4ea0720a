import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isStale } from './freshness.mjs'

let root = ''
const build = { inputs: ['src', 'lock.json', 'not-written-yet'], outputs: ['dist/a.js', 'dist/b.js'] }

/** Dates are given in seconds since the epoch, so that no test depends on how fast it runs. */
function dated(path: string, second: number): void {
  utimesSync(join(root, path), second, second)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tracio-fresh-'))
  for (const directory of ['src/deep', 'dist']) mkdirSync(join(root, directory), { recursive: true })
  for (const file of ['src/deep/one.ts', 'lock.json', 'dist/a.js', 'dist/b.js']) writeFileSync(join(root, file), '')
  for (const path of ['src/deep/one.ts', 'src/deep', 'src', 'lock.json']) dated(path, 100)
  for (const path of build.outputs) dated(path, 200)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('keeps outputs that are newer than every input', () => {
  expect(isStale(root, build)).toBe(false)
})

it('keeps an output as old as its input: builds date their outputs by the moment they read the inputs', () => {
  dated('src/deep/one.ts', 200)
  expect(isStale(root, build)).toBe(false)
})

it.each([
  ['a file deep inside an input', 'src/deep/one.ts'],
  ['a directory, from which a file was deleted', 'src/deep'],
  ['an input that is a file', 'lock.json'],
])('builds again after a change of %s', (_name, path) => {
  dated(path, 201)
  expect(isStale(root, build)).toBe(true)
})

it('builds again when the oldest output is too old, whatever the others are', () => {
  dated('dist/b.js', 99)
  expect(isStale(root, build)).toBe(true)
})

it('builds what is not there', () => {
  rmSync(join(root, 'dist/a.js'))
  expect(isStale(root, build)).toBe(true)
})
