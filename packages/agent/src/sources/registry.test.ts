import { readdirSync, readFileSync } from 'node:fs'
import { signalNames } from '@tracio/contract'
import { expect, it } from 'vitest'
import { sources } from './index.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const files = readdirSync(import.meta.dirname)
const textOf = (file: string): string => readFileSync(`${import.meta.dirname}/${file}`, 'utf8')

/** Files of several sources, which register together. */
const groups = files.filter((file) => file.endsWith('-sources.ts'))

/** The file that has a source: its own, or that of its group. */
const fileOf = (name: string): string =>
  groups.find((file) => new RegExp(`^  ${name}\\b`, 'm').test(textOf(file))) ?? `${kebab(name)}.ts`

it('registers every source file, under its own name, and every catalogued signal', () => {
  const expected = files.filter((file) => !/(^index|\.test)\.ts$/.test(file)).sort()
  expect([...new Set(Object.keys(sources).map(fileOf))].sort()).toEqual(expected)
  expect(Object.keys(sources).sort()).toEqual([...signalNames].sort())
})

it('has a test beside every source', () => {
  const untested = Object.keys(sources).filter((name) => !files.includes(fileOf(name).replace('.ts', '.test.ts')))
  expect(untested).toEqual([])
})

it('has in every source a header that says where it is specified, where it is absent and when that was checked', () => {
  const silent = Object.keys(sources).filter(
    (name) => !/ \* Spec: .* \* Absent: .* \* Checked: .*20\d\d/s.test(textOf(fileOf(name))),
  )
  expect(silent).toEqual([])
})
