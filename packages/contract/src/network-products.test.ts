import { describe, expect, it } from 'vitest'
import { aNetwork, anEvent, anEventOfNobody, vpnFound } from '../test/an-event.ts'
import type { TracioEvent } from './event.ts'
import type { Finding } from './finding.ts'
import { networkProducts } from './network-products.ts'

const because = { reason: 'address_trusted', observed: 'office lists the address', expected: 'nothing known' }
const found = (detector: string, reason: string): Finding => ({
  detector,
  category: 'ip',
  outcome: 'detected',
  strength: 0.5,
  evidence: [{ reason, observed: 'this', expected: 'that' }],
})
const unknown = (detector: string, missing: string): Finding => ({
  detector,
  category: 'ip',
  outcome: 'unknown',
  missing: [missing],
})

it('shows a VPN in the vendor’s shape, with the evidence of every method', () => {
  const findings = [vpnFound, found('timezone_mismatch', 'zone_far'), found('datacenter', 'hosting_network')]
  expect(networkProducts({ ...anEvent, findings }).vpn).toEqual({
    status: 'detected',
    evidence: [...(vpnFound.outcome === 'detected' ? vpnFound.evidence : []), ...evidenceOf(findings[1])],
    data: {
      result: true,
      confidence: 'high',
      originTimezone: 'America/New_York',
      methods: { timezoneMismatch: true, publicVPN: true, osMismatch: false, relay: false, turn: false },
    },
  })
})

it('has of the methods of a VPN exactly these', () => {
  const { methods } = networkProducts(anEvent).vpn.data
  expect(Object.keys(methods)).toEqual(['timezoneMismatch', 'publicVPN', 'osMismatch', 'relay', 'turn'])
})

it('shows lists of threats with their details and what each adds', () => {
  const { ipBlocklist, ipReputation } = networkProducts(anEvent)
  expect(ipBlocklist.data).toEqual({
    result: true,
    details: { emailSpam: false, attackSource: true, malware: false, credentialStuffing: false },
  })
  expect(ipReputation.data).toEqual({
    result: true,
    score: 45,
    sources: [{ feed: 'a-list', threat: 'attackSource', count: 2, asOf: '2026-11-20T00:00:00.000Z', points: 45 }],
  })
})

it('shows the place, and says whether there is one', () => {
  expect(networkProducts(anEvent).ipLocation).toMatchObject({
    status: 'detected',
    data: { result: true, accuracyRadius: 60, city: { name: 'Prague' }, country: { code: 'CZ', name: 'Czechia' } },
  })
  const location = { place: null, gap: 'no_database' } as const
  expect(networkProducts({ ...anEvent, location }).ipLocation).toMatchObject({
    status: 'unknown',
    missing: ['no_database'],
    data: { result: false, country: { code: null } },
  })
})

it('says of a place that it is an exit’s, and by whose word', () => {
  const { evidence, data } = networkProducts({ ...anEvent, findings: [vpnFound] }).ipLocation
  expect([data.exit, evidence]).toEqual([
    'vpn',
    [{ reason: 'place_of_vpn_exit', observed: 'a list', expected: 'the visitor’s own address' }],
  ])
  const network = { ...aNetwork, vpn: { ...aNetwork.vpn, result: false, status: 'clear' } } as const
  expect(networkProducts({ ...anEvent, network }).ipLocation).toMatchObject({ evidence: [], data: { exit: null } })
})

describe('what was not found', () => {
  const vpnOf = (
    status: 'clear' | 'unknown',
    part: Partial<TracioEvent>,
    network: Partial<TracioEvent['network']> = {},
  ) =>
    networkProducts({
      ...anEvent,
      findings: [],
      ...part,
      network: { ...aNetwork, ...network, vpn: { ...aNetwork.vpn, status, result: false } },
    }).vpn

  it('shows why little was asked of the address', () => {
    expect(vpnOf('clear', {}, { role: 'trusted', because })).toMatchObject({ status: 'clear', evidence: [because] })
  })

  it('shows what supports and did not decide', () => {
    const findings = [found('os_mismatch', 'os_hint_differs')]
    expect(vpnOf('clear', { findings }).evidence).toEqual(evidenceOf(findings[0]))
  })

  it('misses what those miss who decide, once each', () => {
    const findings = [
      unknown('public_vpn', 'feed_stale'),
      unknown('relay', 'feed_stale'),
      unknown('turn_mismatch', 'turn'),
    ]
    expect(vpnOf('unknown', { findings }).missing).toEqual(['feed_stale'])
  })

  it('misses the address’s facts where nobody was asked', () => {
    const products = networkProducts(anEventOfNobody)
    expect(products.vpn).toMatchObject({ status: 'unknown', evidence: [], missing: ['ip'], data: { result: false } })
    expect(products.ipLocation.missing).toEqual(['not_looked_up'])
  })
})

const evidenceOf = (finding: Finding | undefined) => (finding?.outcome === 'detected' ? finding.evidence : [])
