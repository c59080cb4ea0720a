import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FeedServer, serveStatus, serveText, startFeedServer } from '../../../test/feed-server.ts'
import { type FetchOrder, fetchList } from './fetch-list.ts'

let source: FeedServer
beforeEach(async () => {
  source = await startFeedServer(
    serveText('192.0.2.1\n', { etag: '"one"', 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' }),
  )
})
afterEach(() => source.close())

const order = (part: Partial<FetchOrder> = {}): FetchOrder => ({
  url: source.url,
  etag: null,
  lastModified: null,
  linkOnPage: null,
  userAgent: 'TRACIO/0.0.0',
  bytesMax: 10_000,
  privateAllowed: true,
  connectMs: 2000,
  totalMs: 2000,
  signal: new AbortController().signal,
  ...part,
})

const fetched = async (part: Partial<FetchOrder> = {}) => {
  const found = await fetchList(order(part))
  return found !== 'unchanged' && 'bytes' in found ? { ...found, bytes: Buffer.from(found.bytes).toString() } : found
}

const code = async (part: Partial<FetchOrder> = {}): Promise<string | undefined> => {
  const found = await fetchList(order(part))
  return found !== 'unchanged' && 'problem' in found ? found.problem.code : undefined
}

it('gives the bytes and what the source calls them', async () => {
  expect(await fetched()).toEqual({
    bytes: '192.0.2.1\n',
    etag: '"one"',
    lastModified: 'Sun, 01 Nov 2026 00:00:00 GMT',
  })
})

it('says which version it has, and who it is', async () => {
  expect(await fetched({ etag: '"one"', lastModified: 'Sun, 01 Nov 2026 00:00:00 GMT' })).toBe('unchanged')
  expect(source.requests[0]?.headers).toMatchObject({
    'user-agent': 'TRACIO/0.0.0',
    'if-none-match': '"one"',
    'if-modified-since': 'Sun, 01 Nov 2026 00:00:00 GMT',
  })
})

it('takes no word of "unchanged" from a source that was not asked', async () => {
  source.answer = serveStatus(304)
  expect(await code()).toBe('http_status')
})

it('inflates what comes as gzip', async () => {
  source.answer = serveText(gzipSync('192.0.2.2\n'), { 'content-encoding': 'gzip' })
  expect(await fetched()).toMatchObject({ bytes: '192.0.2.2\n' })
})

it('is sent on, a few times', async () => {
  source.answer = ({ url }, response) => {
    const hop = Number(/hop=(\d)/.exec(url ?? '')?.[1] ?? 0)
    if (hop < 5) response.writeHead(302, { location: `/list.txt?hop=${hop + 1}` }).end()
    else response.end('arrived')
  }
  expect(await fetched()).toMatchObject({ bytes: 'arrived' })
})

it('finds the list behind a page that names it', async () => {
  source.answer = ({ url }, response) => {
    if (url === '/list.txt')
      response.setHeader('content-type', 'text/html').end(`<a href="${source.url}?v=20261101">it</a>`)
    else response.end(url)
  }
  expect(await fetched({ linkOnPage: /http:[^"]+\?v=\d{8}/ })).toMatchObject({ bytes: '/list.txt?v=20261101' })
  expect(await code({ linkOnPage: /http:[^"]+\?w=\d{8}/ })).toBe('wrong_type')
})

describe('says what went wrong', () => {
  it.each([
    ['500', serveStatus(500), 'http_status'],
    ['404', serveStatus(404), 'http_status'],
    ['a page by its type', serveText('hello', { 'content-type': 'text/html; charset=utf-8' }), 'wrong_type'],
    ['a page by its beginning', serveText('\ufeff\n<!DOCTYPE html><p>Sign in</p>'), 'wrong_type'],
    ['a body beyond the limit', serveText('x'.repeat(10_001)), 'too_big'],
    [
      'a body that grows beyond the limit',
      serveText(gzipSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'gzip' }),
      'too_big',
    ],
    ['gzip that is none', serveText('plain', { 'content-encoding': 'gzip' }), 'encoding_broken'],
    [
      'gzip that was cut off',
      serveText(gzipSync('192.0.2.2\n'.repeat(50)).subarray(0, 30), { 'content-encoding': 'gzip' }),
      'truncated',
    ],
    ['an encoding that nobody asked for', serveText('x', { 'content-encoding': 'br' }), 'encoding_broken'],
    ['an endless chain', serveStatus(302, { location: '/list.txt' }), 'redirected_too_often'],
    ['being sent to a file', serveStatus(301, { location: 'file:///etc/passwd' }), 'redirected_too_often'],
  ] as const)('%s', async (_name, answer, expected) => {
    source.answer = answer
    expect(await code()).toBe(expected)
  })

  it('an answer that ends too early', async () => {
    source.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('192.0.2.1\n', () => response.destroy())
    }
    expect(await code()).toBe('truncated')
  })

  it('an unending body without a length', async () => {
    source.answer = (_request, response) => {
      const more = setInterval(() => response.write('x'.repeat(4000)), 1)
      response.on('close', () => clearInterval(more))
    }
    expect(await code()).toBe('too_big')
  })

  it('a source that sends nothing', async () => {
    source.answer = () => undefined
    expect(await code({ totalMs: 100 })).toBe('timed_out')
  })

  it('a source that drips', async () => {
    source.answer = (_request, response) => {
      const drip = setInterval(() => response.write('1'), 20)
      response.on('close', () => clearInterval(drip))
    }
    expect(await code({ totalMs: 200 })).toBe('timed_out')
  })

  it('nobody at the address', async () => {
    await source.close()
    expect(await code()).toBe('connect_failed')
  })

  it('a program that ends', async () => {
    source.answer = () => undefined
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 20)
    expect(await code({ signal: stop.signal })).toBe('connect_failed')
  })

  it('how long the source wants to be left alone', async () => {
    source.answer = serveStatus(429, { 'retry-after': '3600' })
    expect(await fetchList(order())).toMatchObject({ problem: { code: 'http_status' }, retryAfterMs: 3_600_000 })
  })
})

describe('never connects to a private network', () => {
  it.each([
    ['by address', () => source.url],
    ['by name', () => source.url.replace('127.0.0.1', 'localhost')],
    ['by an address in other words', () => source.url.replace('127.0.0.1', '2130706433')],
    ['by IPv6', () => 'http://[::1]:1/'],
  ])('%s', async (_name, url) => {
    expect(await code({ url: url(), privateAllowed: false })).toBe('address_refused')
    expect(source.requests).toEqual([])
  })
})
