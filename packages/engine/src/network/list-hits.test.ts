import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, listed } from '../../test/address.ts'
import { hitsOf, hitText, networkText } from './list-hits.ts'

it('picks the lists of a kind, in their order', () => {
  const hits = [listed('vpn', { feed: 'a' }), listed('tor', { feed: 'b' }), listed('vpn', { feed: 'c' })]
  expect(hitsOf(anAddress({ hits }), 'vpn').map(({ feed }) => feed)).toEqual(['a', 'c'])
  expect(hitsOf(anAddress(), 'vpn')).toEqual([])
})

it.each([
  [
    'a server that its provider names',
    listed('vpn', { feed: 'nordvpn', provider: 'NordVPN', exact: true }),
    'nordvpn lists the address as NordVPN, as of 2026-11-20T00:00Z',
  ],
  ['a range of nobody in particular', listed('vpn'), 'vpn-list lists a range around it, as of 2026-11-20T00:00Z'],
  [
    'a proxy with its protocol',
    listed('proxy', { protocol: 'socks5', exact: true }),
    'proxy-list lists the address as socks5, as of 2026-11-20T00:00Z',
  ],
  [
    'a count',
    listed('threat', { count: 7, asOf: 0 as EpochMs }),
    'threat-list lists a range around it, counted by 7 sources, as of 1970-01-01T00:00Z',
  ],
])('says in words: %s', (_name, hit, words) => {
  expect(hitText(hit)).toBe(words)
})

it('names a network, and the brand behind it', () => {
  const network = { asn: 9009, name: 'M247 Europe SRL', class: 'vpn_wholesale', brand: 'M247' } as const
  expect(networkText(network)).toBe('AS9009 M247 Europe SRL (M247)')
  expect(networkText({ ...network, brand: null })).toBe('AS9009 M247 Europe SRL')
})
