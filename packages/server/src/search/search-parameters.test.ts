import { expect, it } from 'vitest'
import { aWorkspace } from '../../test/directory-contract.ts'
import { writeCursor } from './cursor.ts'
import { readSearch, withCursor } from './search-parameters.ts'

const page = { order: 'newest', limit: 20 } as const

it('asks for every event when nothing is said', () => {
  expect(readSearch(aWorkspace, page)).toEqual({ filter: {}, ...page })
})

it('reads every parameter', () => {
  const query = readSearch(aWorkspace, {
    from: '2026-11-21T08:00:00Z',
    to: '2026-11-21T09:00:00+01:00',
    visitor_id: 'ada',
    linked_id: 'user_1',
    ip: '2001:DB8::1',
    tag: 'login',
    country: 'cz',
    asn: 64500,
    device_hash: 'AB'.repeat(16),
    bot_result: 'bot',
    bot_type: 'headless',
    risk_level: 'high',
    min_risk_score: 61,
    max_risk_score: 80,
    decision: 'review',
    session: 'fresh',
    environment: 'live',
    browser_name: 'Chrome',
    os_name: 'Linux',
    device: 'desktop',
    visit_type: 'returning',
    is_vpn: true,
    is_proxy: false,
    is_tor: false,
    is_relay: false,
    is_datacenter: true,
    is_residential_proxy: false,
    is_ip_blocklisted: true,
    is_timezone_mismatch: true,
    order: 'oldest',
    limit: 5,
  })
  expect(query).toEqual({
    filter: {
      from: Date.UTC(2026, 10, 21, 8),
      to: Date.UTC(2026, 10, 21, 8),
      visitorId: 'ada',
      linkedId: 'user_1',
      ip: '2001:db8::1',
      tag: 'login',
      country: 'CZ',
      asn: 64500,
      deviceHash: 'ab'.repeat(16),
      botResult: 'bot',
      botType: 'headless',
      riskLevel: 'high',
      minRiskScore: 61,
      maxRiskScore: 80,
      action: 'review',
      session: 'fresh',
      environment: 'live',
      browser: 'Chrome',
      os: 'Linux',
      device: 'desktop',
      matchKinds: ['cookie', 'frozen'],
      vpn: true,
      proxy: false,
      tor: false,
      relay: false,
      datacenter: true,
      residentialProxy: false,
      ipBlocklist: true,
      timezoneMismatch: true,
    },
    order: 'oldest',
    limit: 5,
  })
})

it.each([
  [{ visit_type: 'new' }, ['new']],
  [{ match: 'none' }, ['none']],
  [{ visit_type: 'returning', match: 'cookie' }, ['cookie']],
  [{ visit_type: 'new', match: 'cookie' }, []],
] as const)('takes %o for the kinds %o', (parameters, matchKinds) => {
  expect(readSearch(aWorkspace, { ...page, ...parameters }).filter).toEqual({ matchKinds })
})

it('refuses what looks like an address and is none', () => {
  expect(() => readSearch(aWorkspace, { ...page, ip: '192.0.2.256' })).toThrow('"ip" must be an IPv4 or IPv6 address')
})

it('goes on from a cursor of the same question, also with another size of page', () => {
  const query = { filter: { tag: 'login' }, ...page }
  const cursor = writeCursor({ at: 5, number: 7 }, { workspace: aWorkspace, ...query })
  expect(withCursor(aWorkspace, { ...query, limit: 3 }, cursor)).toEqual({
    ...query,
    limit: 3,
    after: { at: 5, number: 7 },
  })
  expect(readSearch(aWorkspace, { ...page, tag: 'login', cursor }).after).toEqual({ at: 5, number: 7 })
  expect(() => readSearch(aWorkspace, { ...page, tag: 'logout', cursor })).toThrow('same filter and order')
})
