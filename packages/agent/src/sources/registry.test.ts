import { readdirSync, readFileSync } from 'node:fs'
import { signalNames } from '@tracio/contract'
import { expect, it } from 'vitest'
import { sources } from './index.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const files = readdirSync(import.meta.dirname)

/** Files that hold several small sources, and the names in each. */
const groups = await Promise.all(
  files
    .filter((file) => file.endsWith('-sources.ts'))
    .map(async (file) => ({ file, names: Object.values<object>(await import(`./${file}`)).flatMap(Object.keys) })),
)
const fileOf = (name: string): string => groups.find(({ names }) => names.includes(name))?.file ?? `${kebab(name)}.ts`
const sourceFiles = [...new Set(Object.keys(sources).map(fileOf))].sort()

it('registers every source file, under its own name or as a group, and every catalogued signal', () => {
  expect(sourceFiles).toEqual(files.filter((file) => !/(^index|\.test)\.ts$/.test(file)).sort())
  expect(Object.keys(sources).sort()).toEqual([...signalNames].sort())
})

it('has a test beside every source file', () => {
  expect(sourceFiles.filter((file) => !files.includes(file.replace(/ts$/, 'test.ts')))).toEqual([])
})

it('has in every source file a header that says where it is specified, where it is absent and when that was checked', () => {
  const silent = sourceFiles.filter((file) => {
    const text = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
    return !/ \* Spec: .* \* Absent: .* \* Checked: .*20\d\d/s.test(text)
  })
  expect(silent).toEqual([])
})
