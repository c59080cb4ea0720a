import { expect, it } from 'vitest'
import { readAnonymity } from './read-anonymity.ts'

it.each([
  [
    'a VPN of MaxMind, with its host',
    { is_anonymous: true, is_anonymous_vpn: true, is_hosting_provider: true, provider_name: 'Example VPN' },
    [
      { kind: 'vpn', provider: 'Example VPN' },
      { kind: 'datacenter', provider: null },
    ],
  ],
  ['a Tor exit of MaxMind', { is_anonymous: true, is_tor_exit_node: true }, [{ kind: 'tor', provider: null }]],
  ['a public proxy', { is_public_proxy: true }, [{ kind: 'proxy', provider: null }]],
  ['a residential proxy', { is_residential_proxy: true }, [{ kind: 'residential_proxy', provider: null }]],
  [
    'IPinfo Plus',
    { is_relay: true, is_vpn: false, is_hosting: true },
    [
      { kind: 'relay', provider: null },
      { kind: 'datacenter', provider: null },
    ],
  ],
  ['IPinfo privacy', { vpn: true, hosting: false, service: 'Example VPN' }, [{ kind: 'vpn', provider: 'Example VPN' }]],
])('reads %s', (_name, record, hits) => {
  expect(readAnonymity(record, false)).toEqual(hits)
})

it.each([
  ['nothing', {}],
  ['flags that are all false', { vpn: false, proxy: false, tor: false, relay: false, hosting: false }],
  ['anonymous of no kind', { is_anonymous: true }],
  ['a risk without a reason', { ip_risk: 99 }],
  ['a mobile carrier', { is_mobile: true, is_anycast: false }],
  ['the name of a service alone', { service: 'Example VPN' }],
])('finds no hit in %s', (_name, record) => {
  expect(readAnonymity(record, false)).toEqual([])
})

it.each([
  ['MaxMind at 50 %', { anonymizer_confidence: 50, provider_name: 'example' }, 1],
  ['MaxMind below', { anonymizer_confidence: 45, provider_name: 'example' }, 0],
  ['IPinfo, which gives no confidence', { service: 'Example', percent_days_seen: 3 }, 1],
  ['a record without a service', { last_seen: '2026-07-12' }, 0],
])('takes a record in a file of residential proxies for one: %s', (_name, record, count) => {
  expect(readAnonymity(record, true)).toHaveLength(count)
})
