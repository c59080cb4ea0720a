import { readdirSync, readFileSync } from 'node:fs'
import { currentSignalNames, type SignalName, signals } from '@tracio/contract'
import { expect, it } from 'vitest'
import { families } from '../../../contract/src/signals/families.ts'
import { sources } from './index.ts'
import { watchers } from './watchers.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const files = readdirSync(import.meta.dirname).filter((file) => !/(^index|^watchers|\.test)\.ts$/.test(file))
const flat = Object.assign({}, ...Object.values(sources))
const names = Object.keys({ ...flat, ...watchers })

/** Files that hold several sources or watchers, which belong together. */
const groups = files.filter((file) => /-(sources|watchers)\.ts$/.test(file))
const inGroups = groups.map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).join('\n')
const isGrouped = (name: string): boolean =>
  new RegExp(`^(?:  (?:async )?|export const )${name}\\b`, 'm').test(inGroups)

it('registers every source file, under its own name, and every catalogued signal', () => {
  const alone = names.filter((name) => files.includes(`${kebab(name)}.ts`))
  expect([...alone.map((name) => `${kebab(name)}.ts`), ...groups].sort()).toEqual([...files].sort())
  expect(names.filter((name) => !alone.includes(name) && !isGrouped(name) && !(name in watchers))).toEqual([])
  expect(names.sort()).toEqual([...currentSignalNames].sort())
})

it('registers every signal once, under the family that the catalogue says', () => {
  // The keys were just compared with the catalogue's names.
  const familyOf = (name: string): string => signals[name as SignalName].family
  const registered = [...Object.entries(sources), ['behaviour', watchers] as const]
  const wrong = registered.flatMap(([family, own]) =>
    // The keys of the registry are the catalogue's short names of families, which the next line holds it to.
    Object.keys(own).filter((name) => familyOf(name) !== families[family as keyof typeof families]),
  )
  expect(wrong).toEqual([])
  expect(Object.keys(sources)).toEqual(Object.keys(families))
  const all = registered.flatMap(([, own]) => Object.keys(own))
  expect(all).toEqual([...new Set(all)])
})

it('has a test beside every file', () => {
  const tests = readdirSync(import.meta.dirname)
  expect(files.filter((file) => !tests.includes(file.replace(/\.ts$/, '.test.ts')))).toEqual([])
})

it('has in every file a header that says where it is specified, where it is absent and when that was checked', () => {
  const silent = files.filter((file) => {
    const text = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
    return !/ \* Spec: .* \* Absent: .* \* Checked: .*20\d\d/s.test(text)
  })
  expect(silent).toEqual([])
})
