import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CommandFolder, commandFolder } from '../../test/command-folder.ts'
import { type FeedServer, serveText, startFeedServer } from '../../test/feed-server.ts'

let source: FeedServer
let folder: CommandFolder
beforeEach(async () => {
  source = await startFeedServer(serveText('192.0.2.1\n198.51.100.0/24\n', { etag: '"one"' }))
  folder = commandFolder({ TRACIO_FEEDS: 'manual', TRACIO_FEEDS_PRIVATE: 'on' })
})
afterEach(() => source.close())

it('lists every feed with its licence, before anything was fetched', async () => {
  const { feeds, lists } = await folder.json('feeds', 'status')
  expect(lists).toEqual([])
  expect(feeds).toContainEqual(
    expect.objectContaining({ id: 'ipsum', condition: 'never_fetched', entries: null, licence: 'Unlicense' }),
  )
  expect(feeds).toContainEqual(expect.objectContaining({ id: 'dshield', condition: 'off' }))
  expect((await folder.run(['feeds', 'status'])).out).toMatch(/^mullvad +vpn +never_fetched +- +- +published +-$/m)
})

it('shows the operator’s own lists with what is wrong in them', async () => {
  mkdirSync(join(folder.dataDir, 'lists'), { recursive: true })
  const lines = Array.from({ length: 20 }, (_, at) => `10.0.0.${at}`)
  writeFileSync(join(folder.dataDir, 'lists/office.txt'), `${lines.join('\n')}\nthe annex\n`)
  expect(await folder.json('feeds', 'status')).toMatchObject({
    lists: [{ id: 'operator_office', entries: 20, rejected: 1, rejectedExamples: [expect.stringContaining('annex')] }],
  })
  expect((await folder.run(['feeds', 'status'])).out).toMatch(/^operator_office +office +yours +20 /m)
})

it('shows the databases of networks and places, whom to credit, and none where feeds are named', async () => {
  expect(await folder.json('feeds', 'status')).toMatchObject({
    networks: { builtOn: expect.any(String), missing: null },
    places: { level: 'none', databases: [] },
  })
  expect((await folder.run(['feeds', 'status'])).out).toMatch(
    /^networks +@ip-location-db\/asn[\s\S]*^Networks by Route/m,
  )
  expect(await folder.json('feeds', 'status', 'ipsum')).toMatchObject({ networks: null, places: null })
  expect((await folder.run(['feeds', 'status', 'ipsum'])).out).not.toContain('networks')
})
