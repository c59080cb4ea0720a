import { expect, it } from 'vitest'
import { anEvent, anEventOfNobody } from '../test/an-event.ts'
import type { EpochMs } from './brand.ts'
import type { Identification, TracioEvent } from './event.ts'
import { toFlat } from './flat.ts'

const identified = (part: Partial<Identification>): TracioEvent => ({
  ...anEvent,
  identification: { ...anEvent.identification, ...part },
})

it('lays the whole event out on one level', () => {
  expect(toFlat(anEvent)).toEqual({
    request_id: '1795219200_abcdef012345',
    visitor_id: 'adaAdaAdaAdaAda0',
    timestamp: '2026-11-21T00:00:00.123Z',
    phase: 'primary',
    revision: 1,
    environment: 'live',
    url: 'https://shop.example/login',
    linked_id: 'order-7',
    linked_id_type: 'opaque',
    linked_id_signed: true,
    tag: 'login',
    fields: '{"plan":"pro"}',
    fields_rejected: 2,
    gpc: false,
    user_agent: 'a browser',
    browser_name: 'Chrome',
    browser_version: '156.0',
    os_name: 'Linux',
    os_version: '',
    device: 'desktop',
    confidence: 0.97,
    visit_type: 'returning',
    ambiguous: false,
    look_alikes: 1,
    first_seen_at: '2026-11-20T00:00:00.000Z',
    last_seen_at: '2026-11-20T23:00:00.000Z',
    device_hash: '11111111111111111111111111111111',
    sealed: true,
    replayed: false,
    session: 'fresh',
    cookie: 'known',
    incognito: null,
    bot_result: 'bot',
    bot_type: 'webdriver',
    bot_score: 0.9,
    risk_score: 61,
    suspect_score: 61.4,
    risk_level: 'high',
    decision: 'review',
    monitor: true,
    ip: '192.0.2.1',
    ip_country: 'CZ',
    ip_city: 'Prague',
    ip_latitude: 50.05,
    ip_longitude: 14.4,
    ip_timezone: 'Europe/Prague',
    ip_isp: 'Example ISP',
    ip_asn: 64496,
    connection_type: 'wifi',
    is_vpn: true,
    vpn_confidence: 'high',
    is_proxy: false,
    proxy_type: null,
    is_tor: false,
    is_relay: false,
    relay_service: null,
    is_datacenter: true,
    is_residential_proxy: null,
    is_ip_blocklisted: true,
    ip_reputation: 45,
    is_timezone_mismatch: true,
    is_velocity_unusual: false,
    velocity_distinct_ip_5m: 1,
    velocity_distinct_ip_1h: 2,
    velocity_distinct_ip_24h: 4,
    velocity_distinct_country_5m: null,
    velocity_distinct_country_1h: null,
    velocity_distinct_country_24h: null,
    velocity_events_5m: 3,
    velocity_events_1h: 12,
    velocity_events_24h: 47,
    velocity_distinct_linked_id_5m: 1,
    velocity_distinct_linked_id_1h: 1,
    velocity_distinct_linked_id_24h: 1,
    velocity_ip_events_5m: 5,
    velocity_ip_events_1h: 20,
    velocity_ip_events_24h: null,
    velocity_distinct_ip_by_linked_id_5m: 1,
    velocity_distinct_ip_by_linked_id_1h: 1,
    velocity_distinct_ip_by_linked_id_24h: 2,
    velocity_distinct_visitor_id_by_linked_id_5m: 1,
    velocity_distinct_visitor_id_by_linked_id_1h: 1,
    velocity_distinct_visitor_id_by_linked_id_24h: 1,
    velocity_distinct_visitor_id_by_ip_5m: 2,
    velocity_distinct_visitor_id_by_ip_1h: 3,
    velocity_distinct_visitor_id_by_ip_24h: 4,
    agent_version: '0.2.0',
    engine_version: '0.1.0',
  })
})

it.each<[string, TracioEvent, string | null]>([
  ['returning when the visitor was known', identified({ kind: 'frozen', found: true }), 'returning'],
  ['new when the visitor was not', identified({ kind: 'new', found: false }), 'new'],
  ['unknown when nobody was identified', anEventOfNobody, null],
])('calls a visit %s', (_name, event, type) => {
  expect(toFlat(event)['visit_type']).toBe(type)
})

it.each<[TracioEvent['session'], boolean]>([
  ['fresh', false],
  ['replayed', true],
  ['expired', false],
])('says of a session that is %s whether it was replayed: %s', (session, replayed) => {
  expect(toFlat({ ...anEvent, session })).toMatchObject({ session, replayed })
})

it('claims nothing about private browsing, where nobody has looked yet', () => {
  expect(toFlat(anEvent)['incognito']).toBeNull()
})

it.each([
  'visitor_id',
  'visit_type',
  'first_seen_at',
  'last_seen_at',
  'device_hash',
  'url',
  'linked_id',
  'linked_id_type',
  'linked_id_signed',
  'tag',
  'gpc',
  'browser_name',
  'browser_version',
  'os_name',
  'os_version',
  'device',
  'ip_country',
  'ip_city',
  'ip_latitude',
  'ip_longitude',
  'ip_timezone',
  'is_vpn',
  'is_proxy',
  'is_tor',
  'is_datacenter',
  'is_velocity_unusual',
  'velocity_events_1h',
])('keeps %s, as null, when it is not known', (field) => {
  expect(toFlat(anEventOfNobody)).toHaveProperty(field, null)
})

it('has the same fields for every event', () => {
  expect(Object.keys(toFlat(anEventOfNobody))).toEqual(Object.keys(toFlat(anEvent)))
})

it('takes the first moment of all for a moment, not for none', () => {
  const event = identified({ firstSeenAt: 0 as EpochMs, lastSeenAt: 0 as EpochMs })
  expect(toFlat({ ...event, at: 0 as EpochMs })).toMatchObject({
    timestamp: '1970-01-01T00:00:00.000Z',
    first_seen_at: '1970-01-01T00:00:00.000Z',
    last_seen_at: '1970-01-01T00:00:00.000Z',
  })
})
