import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommandFolder, commandFolder } from '../../test/command-folder.ts'
import { type FeedServer, serveStatus, serveText, startFeedServer } from '../../test/feed-server.ts'

const DAY = 86_400_000

let source: FeedServer
let folder: CommandFolder
beforeEach(async () => {
  source = await startFeedServer(serveText('192.0.2.1\n198.51.100.0/24\n', { etag: '"one"' }))
  folder = commandFolder({ TRACIO_FEEDS: 'manual', TRACIO_FEEDS_PRIVATE: 'on' })
})
afterEach(() => source.close())

const add = (...more: readonly string[]) =>
  folder.json('feeds', 'add', 'acme_vpn', '--url', source.url, '--kind', 'vpn', ...more)

const statusOf = async (id: string) => Object((await folder.json('feeds', 'status', id))['feeds'])[0]

it('fetches what is due, and nothing else, and says how far it is', async () => {
  await add()
  const { feeds } = await folder.json('feeds', 'status')
  const others = Object(feeds).map(({ id }: { id: string }) => id)
  const off = others.filter((id: string) => id !== 'acme_vpn').join(',')
  const only = commandFolder({ TRACIO_FEEDS_OFF: off, TRACIO_FEEDS_PRIVATE: 'on' })
  mkdirSync(join(only.dataDir, 'feeds'), { recursive: true })
  await only.json('feeds', 'add', 'acme_vpn', '--url', source.url, '--kind', 'vpn')
  const first = await only.run(['feeds', 'update', '--progress'])
  expect(first).toMatchObject({ code: 0, err: 'feeds: 1 of 1, acme_vpn ...\n' })
  expect(await only.run(['feeds', 'update'])).toMatchObject({ code: 0, out: 'No feed is due.\n' })
})

it('ends with 1 and keeps the last good version when a source fails', async () => {
  await add()
  await folder.json('feeds', 'update', 'acme_vpn')
  source.answer = serveStatus(500)
  folder.clock.at += DAY
  expect(await folder.run(['feeds', 'update', 'acme_vpn'])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^acme_vpn +failed +2 +http_status: It answered 500\.$/m),
    err: 'Not taken: acme_vpn. The last good versions stay.\n',
  })
  expect(await statusOf('acme_vpn')).toMatchObject({
    condition: 'fresh',
    entries: 2,
    failures: 1,
    problem: { code: 'http_status', at: '2026-11-02T00:00:00.000Z' },
  })
})

describe('refuses', () => {
  it.each([
    ['to update what is not there', ['update', 'acme'], 3, 'no feed'],
    ['to update what is off', ['update', 'dshield'], 1, 'TRACIO_FEEDS_ON'],
    ['to accept everything', ['update', '--accept'], 2, 'Name the feeds'],
  ])('%s', async (_name, args, code, message) => {
    expect(await folder.run(['feeds', ...args])).toMatchObject({ code, err: expect.stringContaining(message) })
  })

  it('to update when feeds are off', async () => {
    expect(await commandFolder({ TRACIO_FEEDS: 'off' }).run(['feeds', 'update'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('TRACIO_FEEDS'),
    })
  })

  it('a private address, unless it is allowed', async () => {
    const guarded = commandFolder({ TRACIO_FEEDS: 'manual' })
    await guarded.json('feeds', 'add', 'acme_vpn', '--url', source.url, '--kind', 'vpn')
    expect(await guarded.run(['feeds', 'update', 'acme_vpn'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('address_refused'),
    })
    expect(source.requests).toEqual([])
  })
})
