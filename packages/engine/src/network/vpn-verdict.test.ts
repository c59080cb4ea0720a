import type { Finding, NetworkVerdict } from '@tracio/contract'
import { expect, it } from 'vitest'
import { findingsByDetector } from './findings-by-detector.ts'
import { vpnVerdict } from './vpn-verdict.ts'

const found = (detector: string, reason: string): Finding => ({
  detector,
  category: 'ip',
  outcome: 'detected',
  strength: 0.5,
  evidence: [{ reason, observed: 'this', expected: 'that' }],
})
const clear = (detector: string): Finding => ({ detector, category: 'ip', outcome: 'clear' })
const unknown = (detector: string): Finding => ({ detector, category: 'ip', outcome: 'unknown', missing: ['ip'] })

const METHODS = { timezoneMismatch: false, publicVPN: false, osMismatch: false, relay: false, turn: false }
const far = found('timezone_mismatch', 'zone_far')
const near = found('timezone_mismatch', 'zone_near')
const listed = found('public_vpn', 'vpn_range_listed')
const turn = found('turn_mismatch', 'udp_address_differs')
const os = found('os_mismatch', 'os_hint_differs')
const relay = found('relay', 'relay_listed')
const verdict = (...findings: readonly Finding[]) => vpnVerdict(findingsByDetector(findings), 'Europe/Berlin')

it.each<[string, readonly Finding[], NetworkVerdict['vpn']['confidence'], Partial<typeof METHODS>]>([
  ['UDP from elsewhere', [turn], 'high', { turn: true }],
  ['a listed VPN and a far clock', [listed, far], 'high', { publicVPN: true, timezoneMismatch: true }],
  ['a listed VPN and a near clock', [listed, near], 'high', { publicVPN: true, timezoneMismatch: true }],
  ['a listed VPN and another system', [listed, os], 'high', { publicVPN: true, osMismatch: true }],
  ['a listed VPN', [listed], 'medium', { publicVPN: true }],
  ['a far clock', [far], 'medium', { timezoneMismatch: true }],
  ['an address of strangers', [found('timezone_mismatch', 'zones_of_address')], 'medium', { timezoneMismatch: true }],
  ['a near clock', [near], 'low', { timezoneMismatch: true }],
  ['a roaming phone', [found('timezone_mismatch', 'zone_roaming')], 'low', { timezoneMismatch: true }],
  ['a near clock and another system', [near, os], 'low', { timezoneMismatch: true, osMismatch: true }],
  ['a relay', [relay], 'medium', { relay: true }],
  ['a relay, whatever else was found', [relay, listed, far, os, turn], 'medium', { relay: true }],
])('is found by %s', (_name, findings, confidence, methods) => {
  expect(verdict(...findings)).toEqual({
    status: 'detected',
    result: true,
    confidence,
    originTimezone: 'Europe/Berlin',
    methods: { ...METHODS, ...methods },
  })
})

it.each([
  ['lists have neither VPN nor relay', [clear('public_vpn'), clear('relay'), unknown('turn_mismatch')], 'clear'],
  ['lists of relays cannot tell', [clear('public_vpn'), unknown('relay')], 'unknown'],
  ['lists of VPNs cannot tell', [unknown('public_vpn'), clear('relay')], 'unknown'],
  ['nobody looked', [], 'unknown'],
])('where %s', (_name, findings, status) => {
  expect(verdict(...findings)).toMatchObject({ status, result: false, confidence: null, methods: METHODS })
})

it('is not made by another system alone, which it shows all the same', () => {
  expect(verdict(os, clear('public_vpn'), clear('relay'))).toMatchObject({
    status: 'clear',
    result: false,
    methods: { ...METHODS, osMismatch: true },
  })
})
