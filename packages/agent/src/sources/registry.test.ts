import { readdirSync, readFileSync } from 'node:fs'
import { signalNames } from '@tracio/contract'
import { expect, it } from 'vitest'
import { sources } from './index.ts'
import { watchers } from './watchers.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const files = readdirSync(import.meta.dirname)

it('registers every source file, under its own name, and every catalogued signal', () => {
  const expected = files.filter((file) => !/(^index|^watchers|\.test)\.ts$/.test(file)).sort()
  expect(
    Object.keys(sources)
      .map((name) => `${kebab(name)}.ts`)
      .sort(),
  ).toEqual(expected)
  expect([...Object.keys(sources), ...Object.keys(watchers)].sort()).toEqual([...signalNames].sort())
})

it('has a test beside every source', () => {
  const untested = Object.keys(sources).filter((name) => !files.includes(`${kebab(name)}.test.ts`))
  expect(untested).toEqual([])
})

it('has in every source a header that says where it is specified, where it is absent and when that was checked', () => {
  const silent = Object.keys(sources).filter((name) => {
    const text = readFileSync(`${import.meta.dirname}/${kebab(name)}.ts`, 'utf8')
    return !/ \* Spec: .* \* Absent: .* \* Checked: .*20\d\d/s.test(text)
  })
  expect(silent).toEqual([])
})
