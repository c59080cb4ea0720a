import { expect, it } from 'vitest'
import { proxyClaims } from './proxy-claims.ts'

const IP = '203.0.113.7'

it.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['a company’s own proxy at its edge', { 'x-forwarded-for': '10.1.2.3, 192.168.0.9' }],
  ['a content network that repeats the visitor’s address', { 'x-real-ip': IP, 'cf-connecting-ip': `::ffff:${IP}` }],
  [
    'what is no address',
    { 'x-forwarded-for': 'unknown', 'client-ip': '_hidden', forwarded: 'for=_hidden;proto=https' },
  ],
  ['the visitor’s own address with a port', { forwarded: `for="${IP}:443"` }],
  ['empty headers', { 'x-forwarded-for': '', via: ' ', 'proxy-connection': '' }],
])('finds nothing in %s', (_name, headers) => {
  expect(proxyClaims(headers, IP)).toEqual([])
})

it.each<[string, Record<string, string>, readonly string[]]>([
  ['a name', { via: '1.1 squid' }, ['name: 1.1 squid']],
  ['somebody else’s address', { 'x-forwarded-for': '10.1.2.3, 192.0.2.9' }, ['address: 192.0.2.9']],
  ['one in the newer header', { forwarded: 'proto=http;for="[2001:db8::9]:1234"' }, ['address: 2001:db8::9']],
  ['one in a header of one address', { 'client-ip': '192.0.2.9' }, ['address: 192.0.2.9']],
  ['what clients of proxies say', { 'proxy-connection': 'keep-alive' }, ['client: keep-alive']],
])('finds %s', (_name, headers, found) => {
  expect(proxyClaims(headers, IP).map(({ kind, value }) => `${kind}: ${value}`)).toEqual(found)
})

it('knows the visitor’s address in any spelling', () => {
  expect(proxyClaims({ 'x-forwarded-for': '2001:DB8:0::7' }, '2001:db8::7')).toEqual([])
})
