import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ImportRule, strangers } from './rules/imports.ts'
import { impurities } from './rules/purity.ts'
import { packageOf, readSourceFiles } from './rules/source-file.ts'

const root = join(import.meta.dirname, '..')
const files = readSourceFiles(root, 'packages')

/** Scripts that browsers load, though the server's package holds them. */
const PAGES = 'packages/server/src/pages/'

const sourceOf = (name: string) => files.filter(({ file }) => packageOf(file) === name && !file.startsWith(PAGES))

function dependenciesOf(name: string): readonly string[] {
  const manifest: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'),
  )
  return Object.keys(manifest.dependencies ?? {})
}

/** Who may import whom: ARCHITECTURE.md has the table. Imports go one way. */
const rules: Readonly<Record<string, ImportRule>> = {
  contract: { runtime: [] },
  agent: { runtime: ['@tracio/contract/wire'], types: ['@tracio/contract'] },
  engine: { runtime: ['@tracio/contract', 'bowser', 'countries-and-timezones'] },
  server: { runtime: dependenciesOf('server'), nodeBuiltins: true },
}

describe('imports go one way', () => {
  it.each(Object.entries(rules))('%s imports only what it may', (name, rule) => {
    expect(strangers(sourceOf(name), rule)).toEqual([])
  })

  it('pages import only what browsers can load', () => {
    const pages = files.filter(({ file }) => file.startsWith(PAGES) && packageOf(file) !== undefined)
    const rule = { runtime: ['@tracio/agent', '@tracio/contract/wire'], types: ['@tracio/contract'] }
    expect(strangers(pages, rule)).toEqual([])
  })

  it('every package is judged', () => {
    const packages = new Set(files.map(({ file }) => file.split('/')[1]))
    expect([...packages].sort()).toEqual(Object.keys(rules).sort())
  })

  it('every package has files to judge', () => {
    expect(Object.keys(rules).filter((name) => sourceOf(name).length === 0)).toEqual([])
  })

  it.each(['contract', 'engine'])('%s has no dependencies beyond those it may import', (name) => {
    const allowed = rules[name]?.runtime ?? []
    expect(dependenciesOf(name).filter((dependency) => !allowed.includes(dependency))).toEqual([])
  })

  it('the agent ships with no dependency', () => {
    expect(dependenciesOf('agent')).toEqual([])
  })
})

it.each(['contract', 'engine'])('%s asks neither for the time nor for luck', (name) => {
  expect(impurities(sourceOf(name))).toEqual([])
})
