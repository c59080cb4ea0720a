import { expect, it } from 'vitest'
import { customFeedMistake } from './custom-feed-mistake.ts'
import type { CustomFeed } from './custom-feeds.ts'

const plain: CustomFeed = {
  ...{ id: 'mine', url: 'https://lists.example/x', parser: 'plain', kind: 'vpn', periodMs: 3_600_000, clears: false },
}
const json = (...paths: string[]): CustomFeed => ({ ...plain, parser: 'json_path', options: { paths } })

it.each<[string, CustomFeed]>([
  ['a plain list', plain],
  ['a list of threats', { ...plain, kind: 'threat', threat: 'malware' }],
  ['a column of CSV with a header', { ...plain, parser: 'csv_column', options: { column: 2, header: true } }],
  ['proxies of one kind', { ...plain, parser: 'proxies', kind: 'proxy', options: { protocol: 'socks5' } }],
  ['paths', json('[]', '{}{}[].ip', 'data.prefixes[].prefix', 'a-b.c d', 'rows[][]')],
])('has nothing against %s', (_name, feed) => {
  expect(customFeedMistake(feed)).toBeUndefined()
})

it.each<[string, CustomFeed, string]>([
  ['a threat of another kind', { ...plain, threat: 'malware' }, '--threat belongs'],
  ['threats that accuse of nothing', { ...plain, kind: 'threat' }, 'needed there'],
  ['a column of plain lines', { ...plain, options: { column: 1 } }, '--column belongs to the format "csv_column"'],
  ['a header of a geofeed', { ...plain, parser: 'geofeed', options: { header: true } }, 'not to "geofeed"'],
  ['a protocol of plain lines', { ...plain, options: { protocol: 'http' } }, '--protocol belongs'],
  ['a path of plain lines', { ...plain, options: { paths: ['a'] } }, '--path belongs'],
  ['JSON without a path', { ...plain, parser: 'json_path' }, '--path is needed'],
  ['a path with an empty step', json('ok', 'a..b'), 'The path "a..b" is none'],
  ['a path of another language', json('$.data[0].ip'), 'The path "$.data[0].ip" is none'],
  ['a path with half a bracket', json('data[.ip'), 'is none'],
])('says what is wrong with %s', (_name, feed, message) => {
  expect(customFeedMistake(feed)).toContain(message)
})
