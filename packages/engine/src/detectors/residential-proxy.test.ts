import type { IpFacts, ObservedMetric } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { addressStanding } from '../network/address-standing.ts'
import { residentialProxy } from './residential-proxy.ts'

/** Visitors in 5 minutes, an hour and a day; visits of a week that fit the place and that do not. */
interface Crowd {
  readonly visitors?: ObservedMetric
  readonly zones?: readonly [visits: number, mismatches: number]
}
const seen = (ip: IpFacts, { visitors = [1, 1, 1], zones }: Crowd = {}) => ({
  ip,
  address: addressStanding(ip),
  velocity: { windows: {}, metrics: { distinctVisitorIdByIp: visitors } },
  ...(zones ? { history: { zoneVisits7d: zones[0], zoneMismatches7d: zones[1] } } : {}),
})
const named = (name: string): IpFacts => anAddress({ network: { asn: 64496, name, class: 'other', brand: null } })
const sold = listed('residential_proxy', { provider: 'a seller', exact: true })
const open = listed('proxy', { protocol: 'socks5', exact: true })
const crowd: Crowd = { visitors: [30, 500, 900], zones: [900, 20] }
const strangers: Crowd = { visitors: [2, 5, 40], zones: [40, 30] }

testDetector(residentialProxy, {
  clear: [
    ['a household', seen(anAddress(), { visitors: [1, 3, 6] })],
    ['a family with guests from abroad', seen(anAddress(), { visitors: [1, 4, 9], zones: [30, 25] })],
    [
      'a carrier that puts many lines behind one address',
      seen(anAddress(), { visitors: [9, 99, 400], zones: [400, 8] }),
    ],
    ['a mobile carrier', seen(inNetwork('mobile'), { ...crowd, zones: [900, 600] })],
    ['a carrier’s line by a database', seen(anAddress({ connectionType: 'cellular' }), crowd)],
    ['a campus by its name', seen(named('Example State University'), { ...crowd, zones: [900, 500] })],
    ['an office by a database', seen(anAddress({ connectionType: 'corporate' }), crowd)],
    ['an office by the operator’s list', seen(anAddress({ hits: [listed('office')] }), { ...crowd, zones: [90, 90] })],
    ['a VPN, which its own product names', seen(anAddress({ hits: [listed('vpn')] }), { visitors: [1, 2, 3] })],
    ['an open proxy on a rented server', seen(inNetwork('hosting', { hits: [open] }), strangers)],
    ['an infected phone of a mobile carrier', seen(inNetwork('mobile', { hits: [open] }))],
  ],
  detected: [
    ['a line that a seller has', seen(anAddress({ hits: [sold] })), ['residential_proxy_listed']],
    ['a seller’s line of a mobile carrier', seen(inNetwork('mobile', { hits: [sold] })), ['residential_proxy_listed']],
    ['a line with strangers', seen(anAddress(), strangers), ['strangers_on_line']],
    ['just enough strangers', seen(anAddress(), { visitors: [1, 2, 10], zones: [20, 10] }), ['strangers_on_line']],
    ['a crowd on a line', seen(anAddress(), { visitors: [1, 100, 100] }), ['crowd_on_line']],
    [
      'a crowd of which only the least is known',
      seen(anAddress(), { visitors: { intervals: { '1h': null }, unknown: 'capped', atLeast: { '1h': 100 } } }),
      ['crowd_on_line'],
    ],
    ['an open proxy on a line', seen(anAddress({ hits: [open] })), ['open_proxy_on_line']],
  ],
})

describe('residential_proxy says how strongly', () => {
  it.each([
    ['a list', seen(anAddress({ hits: [sold] })), 0.8],
    ['strangers', seen(anAddress(), strangers), 0.7],
    ['a crowd', seen(anAddress(), crowd), 0.3],
    ['an open proxy', seen(anAddress({ hits: [open] })), 0.3],
  ])('%s', (_name, one, strength) => {
    expect(residentialProxy.detect(one)).toMatchObject({ strength })
  })
})

it('clears nobody without a database of networks, which knows the lines at home', () => {
  const unknown = anAddress({ network: null, networkGap: 'networks_off' })
  expect(residentialProxy.detect(seen(unknown, strangers))).toEqual({ outcome: 'unknown', missing: ['networks_off'] })
  expect(residentialProxy.detect(seen({ ...unknown, hits: [sold] }))).toMatchObject({ outcome: 'detected' })
  expect(residentialProxy.detect(seen(anAddress({ network: null, networkGap: 'not_announced' })))).toEqual({
    outcome: 'clear',
  })
})

it('clears nobody without lists, and no line without counts', () => {
  const { velocity: _uncounted, ...uncounted } = seen(anAddress())
  expect(residentialProxy.detect(uncounted)).toMatchObject({ missing: ['distinctVisitorIdByIp.1h'] })
  expect(residentialProxy.detect(seen(anAddress({ gaps: { residential_proxy: 'feed_off' } })))).toMatchObject({
    missing: ['feed_off'],
  })
})
