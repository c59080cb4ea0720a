import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommandFolder, commandFolder } from '../../test/command-folder.ts'
import { type FeedServer, serveText, startFeedServer } from '../../test/feed-server.ts'

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

it('reads JSON at a path', async () => {
  source.answer = serveText('{"seen": [{"ip": "192.0.2.7"}, {"ip": "192.0.2.9"}]}', {
    'content-type': 'application/json',
  })
  await add('--parser', 'json_path', '--path', 'seen[].ip')
  expect(await folder.json('feeds', 'update', 'acme_vpn')).toMatchObject({ feeds: [{ entries: 2 }] })
})

it('reads a column of CSV below its header, and proxies by what they speak', async () => {
  source.answer = serveText('seen,who,address\n2026-11-01,a,192.0.2.7\n2026-11-01,b,192.0.2.9\n')
  await add('--parser', 'csv_column', '--column', '2', '--header')
  expect(await folder.json('feeds', 'update', 'acme_vpn')).toMatchObject({ feeds: [{ entries: 2 }] })
  expect(await statusOf('acme_vpn')).toMatchObject({ rejected: 0 })
  source.answer = serveText('192.0.2.7:1080\n192.0.2.9:1080\n')
  await folder.json(
    ...['feeds', 'add', 'acme_socks', '--url', `${source.url}?socks`, '--kind', 'proxy'],
    ...['--parser', 'proxies', '--protocol', 'socks5'],
  )
  expect(await folder.json('feeds', 'update', 'acme_socks')).toMatchObject({ feeds: [{ entries: 2 }] })
})

const X = ['add', 'x', '--url', 'https://a.example/', '--kind', 'vpn'] as const

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
    ['a path that is none', [...X, '--parser', 'json_path', '--path', '$.data[0]'], 2, 'The path "$.data[0]" is none'],
    ['a column without CSV', [...X, '--column', '1'], 2, '--column belongs to the format "csv_column"'],
    ['a column that is no number', [...X, '--parser', 'csv_column', '--column', 'ip'], 2, 'from 0 to 1000'],
    ['a protocol without proxies', [...X, '--protocol', 'http'], 2, '--protocol belongs to the format "proxies"'],
    ['a protocol nobody speaks', [...X, '--parser', 'proxies', '--protocol', 'ftp'], 2, 'http, socks4, socks5'],
    ['a hasty period', ['add', 'x', '--url', 'https://a.example/', '--kind', 'vpn', '--every', '1m'], 2, '5 minutes'],
    ['to remove what is built in', ['remove', 'ipsum'], 2, 'TRACIO_FEEDS_OFF'],
    ['to remove what is not there', ['remove', 'acme'], 3, 'no feed'],
  ])('%s', async (_name, args, code, message) => {
    expect(await folder.run(['feeds', ...args])).toMatchObject({ code, err: expect.stringContaining(message) })
  })
})
