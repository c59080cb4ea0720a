import { readdirSync, readFileSync } from 'node:fs'
import { currentSignalNames } from '@tracio/contract'
import { expect, it } from 'vitest'
import { sources } from './index.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const files = readdirSync(import.meta.dirname)
const sourceFiles = files.filter((file) => !/(^index|\.test)\.ts$/.test(file)).sort()
/** Small sources of one kind share a file, whose one export has them by name. */
const groupFiles = sourceFiles.filter((file) => file.endsWith('-sources.ts'))

it('registers every source file, under its own name or in a group, and every signal that is not retired', async () => {
  const groups = await Promise.all(groupFiles.map((file) => import(`./${file.replace('-sources.ts', '')}-sources.ts`)))
  const grouped = groups.flatMap((group) => Object.values(group).flatMap((named) => Object.keys(Object(named))))
  const alone = Object.keys(sources).filter((name) => !grouped.includes(name))
  expect([...alone.map((name) => `${kebab(name)}.ts`), ...groupFiles].sort()).toEqual(sourceFiles)
  expect(Object.keys(sources).sort()).toEqual([...currentSignalNames].sort())
})

it('has a test beside every source', () => {
  const untested = sourceFiles.filter((file) => !files.includes(file.replace(/\.ts$/, '.test.ts')))
  expect(untested).toEqual([])
})

it('has in every source a header that says where it is specified, where it is absent and when that was checked', () => {
  const silent = sourceFiles.filter((file) => {
    const text = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
    return !/ \* Spec: .* \* Absent: .* \* Checked: .*20\d\d/s.test(text)
  })
  expect(silent).toEqual([])
})
