import { readdirSync, readFileSync } from 'node:fs'
import { signalNames } from '@tracio/contract'
import { expect, it } from 'vitest'
import { sources } from './index.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const files = readdirSync(import.meta.dirname).filter((file) => !/^(index|registry\.test)\.ts$/.test(file))
const textOf = (file: string): string => readFileSync(`${import.meta.dirname}/${file}`, 'utf8')

/** Files with a source, or with a group of small ones. */
const sourceFiles = files.filter((file) => !file.endsWith('.test.ts'))
const groups = sourceFiles.filter((file) => file.endsWith('-sources.ts'))

/** The file that a source is in: its own, or the group that has it as a field. */
const fileOf = (name: string): string | undefined =>
  sourceFiles.find((file) => file === `${kebab(name)}.ts`) ??
  groups.find((file) => new RegExp(`^  ${name}[:,]`, 'm').test(textOf(file)))

it('registers every source file, under its own name, and every catalogued signal', () => {
  const names = Object.keys(sources)
  expect([...new Set(names.map(fileOf))].sort()).toEqual(sourceFiles)
  expect(names.sort()).toEqual([...signalNames].sort())
})

it('has a test beside every source', () => {
  const untested = sourceFiles.filter((file) => !files.includes(file.replace('.ts', '.test.ts')))
  expect(untested).toEqual([])
})

it('has in every source a header that says where it is specified, where it is absent and when that was checked', () => {
  const silent = sourceFiles.filter((file) => !/ \* Spec: .* \* Absent: .* \* Checked: .*20\d\d/s.test(textOf(file)))
  expect(silent).toEqual([])
})
