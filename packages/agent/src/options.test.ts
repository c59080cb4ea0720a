import { describe, expect, it } from 'vitest'
import type { Global } from './global.ts'
import { settingsFrom, type TracioOptions } from './options.ts'

const page: Global = { location: { origin: 'https://shop.example' } }
const publicKey = 'tracio_pk_1'
const settings = { publicKey, endpoint: 'https://shop.example', timeoutMs: 15_000 }

it.each<[string, Partial<TracioOptions>, Global, object]>([
  ['defaults to the own origin', {}, page, settings],
  ['a path', { endpoint: '/t/' }, page, { ...settings, endpoint: 'https://shop.example/t' }],
  ['the root', { endpoint: '/' }, page, settings],
  [
    'another host',
    { endpoint: 'https://id.shop.example:8443' },
    page,
    { ...settings, endpoint: 'https://id.shop.example:8443' },
  ],
  [
    'another host with path and slashes',
    { endpoint: 'http://[::1]:8080/a/b//' },
    page,
    { ...settings, endpoint: 'http://[::1]:8080/a/b' },
  ],
  ['a server that renders pages', { endpoint: '/t' }, {}, { ...settings, endpoint: '' }],
  ['a budget', { timeoutMs: 900 }, page, { ...settings, timeoutMs: 900 }],
  ['a budget that makes no sense', { timeoutMs: -1 }, page, settings],
  ['an endless budget', { timeoutMs: Number.POSITIVE_INFINITY }, page, settings],
  ['labels', { linkedId: 'a-1', tag: 'login' }, page, { ...settings, linkedId: 'a-1', tag: 'login' }],
  ['empty labels, which say nothing', { linkedId: '', tag: '' }, page, settings],
  ['the longest label', { tag: 'x'.repeat(256) }, page, { ...settings, tag: 'x'.repeat(256) }],
])('%s', (_name, options, g, expected) => {
  expect(settingsFrom({ publicKey, ...options }, g)).toEqual(expected)
})

describe('refuses', () => {
  const untyped = (json: string): Partial<TracioOptions> => JSON.parse(json)
  it.each<[string, Partial<TracioOptions>, Global]>([
    ['no key', {}, page],
    ['an empty key', { publicKey: '' }, page],
    ['a key that is no string', untyped('{"publicKey": 7}'), page],
    ['an endpoint without scheme', { publicKey, endpoint: 'id.shop.example' }, page],
    ['an endpoint of another scheme', { publicKey, endpoint: 'ftp://id.shop.example' }, page],
    ['an endpoint with a query', { publicKey, endpoint: 'https://id.shop.example/?a=1' }, page],
    ['an endpoint that is no URL', { publicKey, endpoint: 'https://' }, page],
    ['an endpoint that is no string', untyped('{"publicKey": "k", "endpoint": 7}'), page],
    ['an empty endpoint', { publicKey, endpoint: '' }, page],
    ['no endpoint on a page without an origin', { publicKey }, { location: { origin: 'null' } }],
    ['a label that is too long', { publicKey, linkedId: 'x'.repeat(257) }, page],
    ['a label that is no string', untyped('{"publicKey": "k", "tag": {}}'), page],
  ])('%s', (_name, options, g) => {
    expect(() => settingsFrom(options, g)).toThrow(expect.objectContaining({ code: 'invalid_config' }))
  })
  it('no options at all', () => {
    expect(() => settingsFrom(undefined, page)).toThrow('publicKey')
  })
})
