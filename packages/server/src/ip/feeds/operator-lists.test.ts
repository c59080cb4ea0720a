import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { inspectHere, newDataDir } from '../../../test/a-feed.ts'
import { createOperatorLists, defaultListFile, type OperatorLists } from './operator-lists.ts'

let dataDir: string
let lists: OperatorLists
beforeEach(() => {
  dataDir = newDataDir()
  mkdirSync(join(dataDir, 'lists'))
  const file = (kind: 'allow' | 'block' | 'office') => defaultListFile(dataDir, kind)
  lists = createOperatorLists({ allow: file('allow'), block: file('block'), office: file('office') }, inspectHere)
})

const write = (kind: string, text: string): void => writeFileSync(join(dataDir, 'lists', `${kind}.txt`), text)
const sizes = () => lists.loaded().map(({ feed, parts }) => [feed.id, feed.kind, parts[0]?.ranges.v4.length])

it('reads what is there, private networks too, again when it changed, and forgets what is gone', async () => {
  await lists.refresh()
  expect(lists.statuses()).toEqual([])
  write('office', '10.0.0.0/8\n192.0.2.1\n')
  await lists.refresh()
  expect(sizes()).toEqual([['operator_office', 'office', 4]])
  write('office', '192.0.2.1\n')
  write('block', '198.51.100.7\n')
  await lists.refresh()
  expect(sizes()).toEqual([
    ['operator_office', 'office', 2],
    ['operator_block', 'block', 2],
  ])
  rmSync(join(dataDir, 'lists/office.txt'))
  await lists.refresh()
  expect(sizes()).toEqual([['operator_block', 'block', 2]])
})

it('keeps the last good version when the file becomes garbage, and says so', async () => {
  write('allow', '192.0.2.1\n')
  await lists.refresh()
  write('allow', '{"not": "a list"}')
  await lists.refresh()
  expect(sizes()).toEqual([['operator_allow', 'allow', 2]])
  expect(lists.statuses()).toMatchObject([{ id: 'operator_allow', entries: 1, problem: { code: 'format_unknown' } }])
})

it('refuses the whole internet', async () => {
  write('block', '0.0.0.0/0\n')
  await lists.refresh()
  expect(lists.loaded()).toEqual([])
  expect(lists.statuses()).toMatchObject([{ entries: null, problem: { code: 'prefix_too_short' } }])
})
