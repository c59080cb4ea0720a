import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { proxyHeaders } from './proxy-headers.ts'
import { trustedProxies } from './trusted-proxies.ts'

const trusts = trustedProxies(['10.0.0.0/8', 'fd00::/8'])
const VISITOR = '198.51.100.7'

const said = (remoteAddress: string, headers: IncomingHttpHeaders) =>
  proxyHeaders({ headers, socket: { remoteAddress } }, trusts)

/** Everything at once, as a talkative proxy adds it. */
const TALKATIVE = {
  via: '1.1 squid.example (squid/6.9)',
  forwarded: 'for=192.168.1.5;proto=http',
  'x-forwarded-for': '192.168.1.5',
  'x-real-ip': '192.168.1.5',
  'proxy-connection': 'keep-alive',
  'x-proxy-id': '1234567890',
  'client-ip': '192.168.1.5',
  'true-client-ip': '192.168.1.5',
  'cf-connecting-ip': '192.168.1.5',
}

it('says nothing of a browser that comes as it is', () => {
  expect(said(VISITOR, { accept: '*/*', connection: 'keep-alive', host: 'tracio.example' })).toEqual({})
})

it('gives all that a proxy says which the operator does not know', () => {
  expect(said(VISITOR, TALKATIVE)).toEqual(TALKATIVE)
  expect(said('2001:db8::7', TALKATIVE)).toEqual(TALKATIVE)
})

it('never gives what is secret', () => {
  expect(said(VISITOR, { 'proxy-authorization': 'Basic c2VjcmV0', cookie: 'a=b' })).toEqual({})
})

describe('behind the operator’s own proxies', () => {
  it.each<[string, IncomingHttpHeaders]>([
    ['nginx with its usual lines', { 'x-forwarded-for': VISITOR, 'x-real-ip': VISITOR }],
    ['a content network', { 'x-forwarded-for': VISITOR, 'cf-connecting-ip': VISITOR, via: '1.1 edge' }],
    ['one that speaks the standard', { 'x-forwarded-for': VISITOR, forwarded: `for=${VISITOR};proto=https` }],
    ['two that both say Via', { 'x-forwarded-for': `${VISITOR}, 10.0.0.2`, via: '2 edge, 1.1 inner' }],
    ['two over IPv6', { 'x-forwarded-for': '2001:db8::7, fd00::2', forwarded: 'for="[2001:db8::7]", for="[fd00::2]"' }],
    ['one that says nothing', {}],
    ['a request of one of them, such as a check of health', { 'x-forwarded-for': '10.0.0.3' }],
  ])('%s is no evidence', (_name, headers) => {
    expect(said('10.0.0.1', headers)).toEqual({})
  })

  it('leaves of every list what was there before', () => {
    const headers = {
      'x-forwarded-for': `192.168.1.5, ${VISITOR}, 10.0.0.2`,
      via: '1.1 squid.example, 2 edge, 1.1 inner',
      forwarded: `for=192.168.1.5, for=${VISITOR}, for=10.0.0.2`,
    }
    expect(said('10.0.0.1', headers)).toEqual({
      'x-forwarded-for': '192.168.1.5',
      via: '1.1 squid.example',
      forwarded: 'for=192.168.1.5',
    })
  })

  it('leaves what only forward proxies add', () => {
    const headers = { ...TALKATIVE, 'x-forwarded-for': VISITOR }
    expect(said('10.0.0.1', headers)).toEqual({
      'proxy-connection': 'keep-alive',
      'x-proxy-id': '1234567890',
      'client-ip': '192.168.1.5',
    })
  })

  it('gives up an entry of Via rather than take one of ours for the visitor’s', () => {
    expect(said('10.0.0.1', { 'x-forwarded-for': VISITOR, via: '1.1 squid.example' })).toEqual({})
  })
})

describe('of what strangers write', () => {
  it('keeps garbage as a claim, in the length of an honest chain', () => {
    const list = `${'x'.repeat(16_000)}, unknown, _hidden, ${'1'.repeat(100)}, 192.0.2.1:80, [2001:db8::1]:443`
    expect(said(VISITOR, { 'x-forwarded-for': list })).toEqual({
      'x-forwarded-for': `unknown, _hidden, ${'1'.repeat(100)}, 192.0.2.1:80, [2001:db8::1]:443`,
    })
    expect(said(VISITOR, { via: 'v'.repeat(16_000) })['via']).toHaveLength(256)
  })

  it('takes a header that came several times as one', () => {
    expect(said(VISITOR, { 'x-proxy-id': ['1', '2'] })).toEqual({ 'x-proxy-id': '1, 2' })
  })

  it('leaves out what is empty', () => {
    expect(said(VISITOR, { via: '', forwarded: '  ', 'x-forwarded-for': ' ' })).toEqual({})
  })
})
