import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { newDataDir } from '../../../test/a-feed.ts'
import { createFeedFolder, type FeedFolder } from './feed-folder.ts'
import { type FeedState, newFeedState } from './feed-state.ts'

let dataDir: string
let folder: FeedFolder
beforeEach(() => {
  dataDir = newDataDir()
  folder = createFeedFolder(dataDir)
})

const versionOf = (sha256: string): NonNullable<FeedState['current']> => ({
  ...{ sha256, acceptedAt: 1, entries: 1, rejected: 0, rejectedExamples: [], dropped: 0, addresses: 1, ranges6: 0 },
})

it('begins with a feed that is due', async () => {
  expect(await folder.readState('a')).toEqual(newFeedState)
  expect(await folder.stamp('a')).toBeUndefined()
})

it('keeps a state, and the versions that it names', async () => {
  const [one, two, three] = await Promise.all(
    ['1', '2', '3'].map((text) => folder.writeVersion('a', Buffer.from(text))),
  )
  const state = { ...newFeedState, current: versionOf(two ?? ''), previous: versionOf(one ?? ''), nextAt: 7 }
  await folder.writeState('a', state)
  expect(await folder.readState('a')).toEqual(state)
  expect(await folder.readVersion('a', one ?? '')).toEqual(Buffer.from('1'))
  expect(await folder.readVersion('a', three ?? '')).toBeUndefined()
})

it('tells by its stamp that a state was written', async () => {
  await folder.writeState('a', newFeedState)
  const before = await folder.stamp('a')
  await folder.writeState('a', newFeedState)
  expect(await folder.stamp('a')).not.toBe(before)
})

it('trusts nothing that is half written', async () => {
  const sha256 = await folder.writeVersion('a', Buffer.from('12345'))
  truncateSync(join(dataDir, 'feeds/a', `${sha256}.list`), 3)
  expect(await folder.readVersion('a', sha256)).toBeUndefined()
  for (const text of ['{"url": nul', '{}', '[]', '']) {
    writeFileSync(join(dataDir, 'feeds/a/state.json'), text)
    expect(await folder.readState('a')).toEqual(newFeedState)
  }
})

it('removes everything of feeds that are not wanted, and nothing else', async () => {
  await folder.writeState('a', newFeedState)
  await folder.writeState('b', newFeedState)
  writeFileSync(join(dataDir, 'feeds/custom.json'), '[]')
  await folder.keepOnly(['b'])
  expect(readdirSync(join(dataDir, 'feeds')).sort()).toEqual(['b', 'custom.json'])
})

it('has nothing to remove where there is nothing', async () => {
  await folder.keepOnly([])
  expect(existsSync(join(dataDir, 'feeds'))).toBe(false)
})

it('lets one process in at a time, and does not wait for the dead', async () => {
  const now = Date.now()
  const release = await folder.lock('a', now)
  expect(await folder.lock('a', now)).toBeUndefined()
  await release?.()
  expect(await folder.lock('a', now)).toBeDefined()
  const ended = spawnSync(process.execPath, ['--version'])
  writeFileSync(join(dataDir, 'feeds/a/lock'), String(ended.pid))
  expect(await folder.lock('a', now)).toBeDefined()
  utimesSync(join(dataDir, 'feeds/a/lock'), 0, 0)
  expect(await folder.lock('a', now)).toBeDefined()
})
