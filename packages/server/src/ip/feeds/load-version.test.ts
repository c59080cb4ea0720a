import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { aFeed, inspectHere, newDataDir, publicLines } from '../../../test/a-feed.ts'
import { createFeedFolder, type FeedFolder } from './feed-folder.ts'
import { inspectJob, type LoadDeps, loadVersion } from './load-version.ts'

let dataDir: string
let folder: FeedFolder
let deps: LoadDeps
beforeEach(() => {
  dataDir = newDataDir()
  folder = createFeedFolder(dataDir)
  deps = { folder, inspect: inspectHere, specialSpaceAllowed: false }
})

const written = async (text: string) => {
  const sha256 = await folder.writeVersion('example_vpn', Buffer.from(text))
  return { sha256, acceptedAt: 1, entries: 1, rejected: 0, rejectedExamples: [], dropped: 0, addresses: 1, ranges6: 0 }
}

it('gives the current version, the previous one where that is damaged, and nothing where both are', async () => {
  const state = { current: await written(publicLines(3)), previous: await written(publicLines(2)) }
  const shaOf = async () => (await loadVersion(aFeed(), state, deps))?.sha256
  expect(await shaOf()).toBe(state.current.sha256)
  truncateSync(join(dataDir, 'feeds/example_vpn', `${state.current.sha256}.list`))
  expect(await shaOf()).toBe(state.previous.sha256)
  truncateSync(join(dataDir, 'feeds/example_vpn', `${state.previous.sha256}.list`))
  expect(await shaOf()).toBeUndefined()
})

it('lets in what was let in before, however the gates are now', async () => {
  const state = { current: await written(publicLines(50)), previous: null }
  const narrow = aFeed({ gates: { entries: [1000, 2000], strays: 'refuse', changeMax: 0 } })
  expect((await loadVersion(narrow, state, deps))?.parts[0]?.ranges.v4).toHaveLength(100)
})

it('tells the inspection what the parser must know, and whether the list accuses', () => {
  const feed = aFeed({ parser: 'csv_column', options: { column: 3 }, bytesMax: 9 })
  expect(inspectJob(feed, new Uint8Array(), null, true)).toMatchObject({
    parser: 'csv_column',
    options: { column: 3, provider: 'Example VPN', unpackedBytesMax: 9 },
    accuses: true,
  })
  expect(inspectJob(aFeed({ kind: 'datacenter' }), new Uint8Array(), null, true).accuses).toBe(false)
})

it.each([
  ['an own feed of one’s own network', 'operator', true, true],
  ['an own feed of the world', 'operator', false, false],
  ['a list of the world, from a mirror in one’s own network', 'MIT', true, false],
] as const)('lets name private space: %s', (_name, licence, setting, expected) => {
  expect(inspectJob(aFeed({ licence }), new Uint8Array(), null, setting).specialSpaceAllowed).toBe(expected)
})
