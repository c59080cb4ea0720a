import { request, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { aPayload, CHROME_USER_AGENT, seal } from '../test/payloads.ts'
import { type RunningApp, runApp } from '../test/running-app.ts'
import { createMemoryIpIntelligence } from './adapters/memory/ip-intelligence.ts'

let server: RunningApp
afterEach(() => server.app.close())

/** The address that a stored event carries. `list` is the header, or its several lines. */
async function addressOf(trustProxy: readonly string[], list: string | string[], more = {}): Promise<unknown> {
  server = await runApp({ trustProxy })
  const body = seal(await server.session(), aPayload())
  const headers = { 'x-forwarded-for': list, 'user-agent': CHROME_USER_AGENT, 'content-length': body.length, ...more }
  const text = await new Promise<string>((resolve, reject) => {
    const post = request(`${server.url.replace('localhost', '127.0.0.1')}/api/identify`, { method: 'POST', headers })
    post.on('error', reject)
    post.on('response', async (response) => resolve(Buffer.concat(await response.toArray()).toString()))
    post.end(body)
  })
  const event = await (await server.api(`/api/v1/events/${JSON.parse(text).requestId}`)).json()
  return event.products.identification.data.ip
}

const LOOPBACK = ['127.0.0.0/8']

describe('behind a trusted proxy the visitor is', () => {
  it.each<[string, string, string | string[]]>([
    ['the only entry', '198.51.100.7', '198.51.100.7'],
    ['the rightmost entry, whatever the visitor wrote left of it', '198.51.100.7', '8.8.8.8, 1.1.1.1, 198.51.100.7'],
    ['the rightmost of several headers', '198.51.100.7', ['8.8.8.8', '198.51.100.7']],
    ['written without its port', '198.51.100.7', '198.51.100.7:5678'],
    ['an IPv6 address', '2001:db8::7', '2001:DB8:0:0::7'],
    ['an IPv6 address in brackets', '2001:db8::7', '[2001:db8::7]'],
    ['an IPv6 address with a port', '2001:db8::7', '[2001:db8::7]:443'],
    ['an IPv4 address that came mapped', '198.51.100.7', '::ffff:198.51.100.7'],
    ['the connection where the entry is unknown', '127.0.0.1', 'unknown'],
    ['the connection where the entry is hidden', '127.0.0.1', '198.51.100.7, _SEVKISEK'],
    ['the connection where the entry is garbage', '127.0.0.1', "198.51.100.7, ' OR 1=1 --"],
    ['the connection where the entry is markup', '127.0.0.1', '<script>alert(1)</script>'],
    ['the connection where the entry is empty', '127.0.0.1', '198.51.100.7, '],
    ['the connection where the list is empty', '127.0.0.1', ''],
    ['found at the end of a very long list', '198.51.100.7', `${'8.8.8.8, '.repeat(1200)}198.51.100.7`],
  ])('%s: %s', async (_name, ip, list) => {
    expect(await addressOf(LOOPBACK, list)).toBe(ip)
  })
})

describe('through several trusted proxies', () => {
  const chain = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8']
  it.each([
    ['the rightmost address that is none of them', '198.51.100.7', '8.8.8.8, 198.51.100.7, fd00::2, 10.0.0.1'],
    ['one that was written mapped is recognised', '198.51.100.7', '198.51.100.7, ::ffff:10.0.0.1'],
    [
      'the farthest one that can be believed, when it passed garbage on',
      '10.0.0.1',
      '198.51.100.7, nonsense, 10.0.0.1',
    ],
    ['the farthest one, when all are trusted', '10.0.0.9', '10.0.0.9, 10.0.0.1'],
  ])('%s: %s', async (_name, ip, list) => {
    expect(await addressOf(chain, list)).toBe(ip)
  })

  it('follows sixteen of them and no more', async () => {
    expect(await addressOf(chain, `198.51.100.7${', 10.0.0.1'.repeat(15)}`)).toBe('198.51.100.7')
    await server.app.close()
    expect(await addressOf(chain, `198.51.100.7${', 10.0.0.1'.repeat(16)}`)).toBe('10.0.0.1')
  })
})

describe('keeps as the word of the visitor’s side', () => {
  const OF_EVERYBODY = createMemoryIpIntelligence({ '127.0.0.1': { scope: 'global' } })
  /** What a stored event keeps of what proxies say. */
  async function kept(trustProxy: readonly string[], headers: Record<string, string>): Promise<unknown> {
    server = await runApp({ trustProxy, intelligence: OF_EVERYBODY })
    const { body } = await server.visit(undefined, headers)
    const path = `/api/v1/subscriptions/${server.first.workspaceId}/events/${body.requestId}/explain`
    return (await (await server.api(path)).json()).data.observations.proxy_headers
  }

  it('what stood in the headers before the operator’s proxies got them', async () => {
    const headers = {
      'x-forwarded-for': '192.0.2.5, 198.51.100.7',
      via: '1.1 squid, 1.1 ours',
      'x-real-ip': '192.0.2.5',
    }
    expect(await kept(LOOPBACK, headers)).toEqual({ 'x-forwarded-for': '192.0.2.5', via: '1.1 squid' })
  })

  it('all of it where the visitor comes through none of them', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.5', 'x-proxy-id': '7' }
    expect(await kept([], headers)).toEqual(headers)
  })

  it('nothing where nobody says anything', async () => {
    expect(await kept(LOOPBACK, { 'x-forwarded-for': '198.51.100.7' })).toEqual({})
  })
})

describe('believes nobody else', () => {
  it.each([
    ['when nobody is trusted', []],
    ['when another is trusted', ['192.0.2.0/24']],
  ])('%s', async (_name, trusted) => {
    expect(await addressOf(trusted, '198.51.100.7')).toBe('127.0.0.1')
  })

  it('and no other header, even of a trusted proxy', async () => {
    const others = { 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9', 'true-client-ip': '203.0.113.9' }
    expect(await addressOf(LOOPBACK, '198.51.100.7', others)).toBe('198.51.100.7')
    await server.app.close()
    expect(await addressOf(LOOPBACK, '', others)).toBe('127.0.0.1')
  })
})

it('writes the address of an IPv4 client of a dual-stack socket as IPv4', async () => {
  server = await runApp({ trustProxy: [] }, '::')
  const address = server.app.server satisfies Server
  const { port } = new URL(server.url)
  expect(address.listening).toBe(true)
  const answer = await fetch(`http://127.0.0.1:${port}/api/session?k=${server.first.publicKey}`)
  const session = await answer.json()
  const visited = await fetch(`http://127.0.0.1:${port}/api/identify`, {
    method: 'POST',
    body: seal(session, aPayload()),
  })
  const { requestId } = await visited.json()
  const event = await (await server.api(`/api/v1/events/${requestId}`)).json()
  expect(event.products.identification.data.ip).toBe('127.0.0.1')
})

it('trusts an IPv4 proxy that connects to a dual-stack socket', async () => {
  server = await runApp({ trustProxy: ['127.0.0.1'] }, '::')
  const { port } = new URL(server.url)
  const url = `http://127.0.0.1:${port}`
  const session = await (await fetch(`${url}/api/session?k=${server.first.publicKey}`)).json()
  const headers = { 'x-forwarded-for': '198.51.100.7' }
  const visited = await fetch(`${url}/api/identify`, { method: 'POST', body: seal(session, aPayload()), headers })
  const event = await (await server.api(`/api/v1/events/${(await visited.json()).requestId}`)).json()
  expect(event.products.identification.data.ip).toBe('198.51.100.7')
})

describe('takes name and protocol', () => {
  const FORWARDED = { 'x-forwarded-host': 'tracio.shop.example', 'x-forwarded-proto': 'https' }
  const probe = async (trustProxy: readonly string[]): Promise<string> => {
    server = await runApp({ trustProxy })
    return (await fetch(`${server.url}/health`, { headers: FORWARDED })).headers.get('set-cookie') ?? ''
  }

  it('from a trusted proxy', async () => {
    const cookie = await probe(['127.0.0.1', '::1'])
    expect(cookie).toContain('Domain=.shop.example')
    expect(cookie).toContain('Secure')
  })

  it('from the request itself otherwise', async () => {
    const cookie = await probe(['192.0.2.1'])
    expect(cookie).not.toContain('Domain')
    expect(cookie).not.toContain('Secure')
  })
})
