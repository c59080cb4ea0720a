import { describe, expect, it } from 'vitest'
import { requestPath } from './request-path.ts'
import { trustedProxies } from './trusted-proxies.ts'

const trusts = trustedProxies(['10.0.0.0/8', 'fd00::/8'])

/** The path of a request that the connection's other end handed over with this list. */
const path = (remoteAddress: string | undefined, list?: string) =>
  requestPath({ headers: { 'x-forwarded-for': list }, socket: { remoteAddress } }, trusts)

describe('a visitor who comes directly', () => {
  it.each([
    ['with nothing said', '198.51.100.7', undefined, ''],
    ['with a list of their own', '198.51.100.7', '192.0.2.1, 10.0.0.1', '192.0.2.1, 10.0.0.1'],
    ['over IPv6', '2001:db8::7', '192.0.2.1', '192.0.2.1'],
  ])('%s passed none of ours', (_name, from, list, claimed) => {
    expect(path(from, list)).toEqual({ address: from, ownProxies: 0, claimed })
  })
})

describe('through the operator’s proxies', () => {
  it.each<[string, string | undefined, string, number, string]>([
    ['one, and nothing was there before', '198.51.100.7', '198.51.100.7', 1, ''],
    ['one, and the visitor’s side claimed an address', '192.0.2.1, 198.51.100.7', '198.51.100.7', 1, '192.0.2.1'],
    ['several', '192.0.2.1, 198.51.100.7, fd00::2, 10.0.0.2', '198.51.100.7', 3, '192.0.2.1'],
    ['one that said nothing', undefined, '10.0.0.1', 1, ''],
    ['several that came from none', '10.0.0.3, 10.0.0.2', '10.0.0.3', 3, ''],
    ['one that hid whom it heard', '192.0.2.1, unknown', '10.0.0.1', 1, '192.0.2.1'],
    ['one, after a claim that is no list', ', 198.51.100.7', '198.51.100.7', 1, ''],
    ['with ports and brackets', '192.0.2.1:80, [2001:db8::7]:443', '2001:db8::7', 1, '192.0.2.1:80'],
  ])('%s', (_name, list, address, ownProxies, claimed) => {
    expect(path('10.0.0.1', list)).toEqual({ address, ownProxies, claimed })
  })

  it('takes nothing for a claim where the chain is longer than any', () => {
    expect(path('10.0.0.1', `192.0.2.1${', 10.0.0.2'.repeat(20)}`)).toMatchObject({ ownProxies: 17, claimed: '' })
  })
})

it('knows a client that is gone by no address', () => {
  expect(path(undefined)).toEqual({ address: '::', ownProxies: 0, claimed: '' })
})
