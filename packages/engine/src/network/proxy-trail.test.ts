import { expect, it } from 'vitest'
import { proxyTrail } from './proxy-trail.ts'

const IP = '203.0.113.7'

it.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['the operator’s own nginx', { 'x-forwarded-for': IP }],
  ['a chain of the operator’s proxies', { 'x-forwarded-for': `${IP}, 198.51.100.1`, via: '1.1 edge, 1.1 inner' }],
  ['a company’s own proxy at its edge', { 'x-forwarded-for': `10.1.2.3, ${IP}` }],
  ['what is no address', { 'x-forwarded-for': `unknown, ${IP}` }],
  ['the other header of the operator’s proxy', { forwarded: `for=${IP};proto=https` }],
  ['a hidden name in it', { forwarded: `for=_hidden, for="${IP}:443"` }],
  ['empty headers', { 'x-forwarded-for': '', via: ' , ', forwarded: '', 'proxy-connection': '' }],
])('finds nothing foreign in %s', (_name, headers) => {
  expect(proxyTrail(headers, IP)).toEqual([])
})

it.each<[string, Record<string, string>, readonly string[]]>([
  ['a proxy that nobody trusts', { via: '1.1 squid' }, ['via: 1.1 squid']],
  ['a proxy before the operator’s', { 'x-forwarded-for': IP, via: '1.1 squid, 1.1 edge' }, ['via: 1.1 squid']],
  ['a claim of another address', { 'x-forwarded-for': `192.0.2.9, ${IP}` }, ['x-forwarded-for: 192.0.2.9']],
  ['a claim where nobody is trusted', { 'x-forwarded-for': '192.0.2.9' }, ['x-forwarded-for: 192.0.2.9']],
  ['a claim in the other header', { forwarded: `for="[2001:db8::9]:1234", for=${IP}` }, ['forwarded: 2001:db8::9']],
  ['what only clients of proxies say', { 'proxy-connection': 'keep-alive' }, ['proxy-connection: keep-alive']],
])('finds %s', (_name, headers, found) => {
  expect(proxyTrail(headers, IP).map(({ name, value }) => `${name}: ${value}`)).toEqual(found)
})

it('knows the visitor’s address in any spelling', () => {
  expect(proxyTrail({ 'x-forwarded-for': '2001:DB8:0::7' }, '2001:db8::7')).toEqual([])
})
