import { mkdirSync, writeFileSync } from 'node:fs'
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

it('lists every feed with its licence, before anything was fetched', async () => {
  const { feeds, lists } = await folder.json('feeds', 'status')
  expect(lists).toEqual([])
  expect(feeds).toContainEqual(
    expect.objectContaining({ id: 'ipsum', condition: 'never_fetched', entries: null, licence: 'Unlicense' }),
  )
  expect(feeds).toContainEqual(expect.objectContaining({ id: 'dshield', condition: 'off' }))
  expect((await folder.run(['feeds', 'status'])).out).toMatch(/^mullvad +vpn +never_fetched +- +- +published +-$/m)
})

it('adds a feed, fetches it, asks whether it changed, and removes it', async () => {
  await add('--provider', 'Acme', '--every', '6h', '--clears')
  expect(await statusOf('acme_vpn')).toMatchObject({ origin: 'operator', provider: 'Acme', clears: [4, 6] })
  expect(await folder.json('feeds', 'update', 'acme_vpn')).toMatchObject({
    feeds: [{ id: 'acme_vpn', result: 'accepted', entries: 2, problem: null }],
  })
  expect(await statusOf('acme_vpn')).toMatchObject({ condition: 'fresh', entries: 2, asOf: '2026-11-01T00:00:00.000Z' })
  folder.clock.at += DAY
  expect(await folder.json('feeds', 'update', 'acme_vpn')).toMatchObject({ feeds: [{ result: 'unchanged' }] })
  folder.clock.at += 1000
  expect((await folder.run(['feeds', 'update', 'acme_vpn'])).out).toMatch(
    /^acme_vpn +too_soon +2 +asked at 2026-11-02/m,
  )
  expect(await folder.json('feeds', 'remove', 'acme_vpn')).toEqual({ removed: 'acme_vpn' })
  expect(await folder.run(['feeds', 'status', 'acme_vpn'])).toMatchObject({ code: 3 })
})

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

it('shows the operator’s own lists with what is wrong in them', async () => {
  mkdirSync(join(folder.dataDir, 'lists'), { recursive: true })
  const lines = Array.from({ length: 20 }, (_, at) => `10.0.0.${at}`)
  writeFileSync(join(folder.dataDir, 'lists/office.txt'), `${lines.join('\n')}\nthe annex\n`)
  expect(await folder.json('feeds', 'status')).toMatchObject({
    lists: [{ id: 'operator_office', entries: 20, rejected: 1, rejectedExamples: [expect.stringContaining('annex')] }],
  })
  expect((await folder.run(['feeds', 'status'])).out).toMatch(/^operator_office +office +yours +20 /m)
})

it('reads JSON at a path', async () => {
  source.answer = serveText('{"seen": [{"ip": "192.0.2.7"}, {"ip": "192.0.2.9"}]}', {
    'content-type': 'application/json',
  })
  await add('--parser', 'json_path', '--path', 'seen[].ip')
  expect(await folder.json('feeds', 'update', 'acme_vpn')).toMatchObject({ feeds: [{ entries: 2 }] })
})

describe('refuses', () => {
  it.each([
    ['an id in capitals', ['add', 'ACME', '--url', 'https://a.example/', '--kind', 'vpn'], 2, 'small letter'],
    [
      'an id of the operator’s lists',
      ['add', 'operator_x', '--url', 'https://a.example/', '--kind', 'vpn'],
      2,
      'operator_',
    ],
    ['an id that is taken', ['add', 'ipsum', '--url', 'https://a.example/', '--kind', 'vpn'], 2, 'already'],
    ['a file', ['add', 'x', '--url', 'file:///etc/passwd', '--kind', 'vpn'], 2, 'http or https'],
    [
      'a kind of the operator’s lists',
      ['add', 'x', '--url', 'https://a.example/', '--kind', 'block'],
      2,
      'residential_proxy',
    ],
    [
      'an unknown format',
      ['add', 'x', '--url', 'https://a.example/', '--kind', 'vpn', '--parser', 'xls'],
      2,
      'spamhaus_jsonl',
    ],
    ['a threat without a kind', ['add', 'x', '--url', 'https://a.example/', '--kind', 'threat'], 2, '--threat'],
    [
      'a path without a format',
      ['add', 'x', '--url', 'https://a.example/', '--kind', 'vpn', '--path', 'a'],
      2,
      '--path',
    ],
    ['a hasty period', ['add', 'x', '--url', 'https://a.example/', '--kind', 'vpn', '--every', '1m'], 2, '5 minutes'],
    ['to remove what is built in', ['remove', 'ipsum'], 2, 'TRACIO_FEEDS_OFF'],
    ['to remove what is not there', ['remove', 'acme'], 3, 'no feed'],
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
