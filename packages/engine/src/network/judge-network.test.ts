import type { IpFacts } from '@tracio/contract'
import { networkGrounds, unlookedLocation, unlookedNetwork } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { anAddress, berlin, inCountry, inNetwork, listed } from '../../test/address.ts'
import { chromeOnWindows, type Person } from '../../test/people.ts'
import { visit } from '../../test/visit.ts'
import { detectors } from '../detectors/index.ts'
import { evaluate } from '../evaluate.ts'
import type { Observations } from '../observations.ts'
import { judgeNetwork, locationOf } from './judge-network.ts'

const ada: Person = { ...chromeOnWindows, timezone: 'Europe/Berlin' }
const event = (ip: IpFacts, part: Partial<Observations> = {}, person = ada) =>
  evaluate({ ...visit(person), ip, ...part }).event
const apple = listed('relay', { provider: 'iCloud Private Relay' })
const threat = listed('threat', { threat: 'attackSource', exact: true, count: 8 })

it('clears a direct visit from home of everything but what no open list knows', () => {
  const gaps = { residential_proxy: 'feed_off' } as const
  const { network, score } = event(anAddress({ gaps }))
  expect(network).toEqual({
    ...unlookedNetwork,
    role: 'open',
    asn: 64496,
    asName: 'Example Broadband',
    isp: 'Example Broadband',
    vpn: { ...unlookedNetwork.vpn, status: 'clear', originTimezone: 'Europe/Berlin' },
    proxy: { ...unlookedNetwork.proxy, status: 'clear' },
    tor: { status: 'clear', result: false },
    relay: { status: 'clear', result: false, service: null },
    datacenter: { status: 'clear', result: false, provider: null },
    ipBlocklist: { ...unlookedNetwork.ipBlocklist, status: 'clear' },
    ipReputation: { status: 'clear', result: false, score: 0, sources: [] },
    timezoneMismatch: { status: 'clear', result: false, fits: true, differenceMin: 0 },
  })
  expect(score.parts.map(({ cause }) => cause)).toEqual(['first_visit'])
})

it('answers nothing where nobody looked', () => {
  expect(judgeNetwork({}, [], visit(ada).request.at)).toEqual(unlookedNetwork)
  expect(evaluate(visit(ada)).event).toMatchObject({
    network: { ...unlookedNetwork, vpn: { ...unlookedNetwork.vpn, originTimezone: 'Europe/Berlin' } },
    location: unlookedLocation,
  })
})

it('calls an exit of Tor that and nothing else, whatever lists say of it, and scores it once', () => {
  const hits = [listed('tor', { exact: true }), listed('vpn'), listed('proxy'), threat]
  const { network, score } = event(inNetwork('hosting', { hits, place: inCountry('US') }))
  expect(network).toMatchObject({
    role: 'tor',
    tor: { status: 'detected', result: true },
    vpn: { status: 'clear', result: false },
    proxy: { status: 'clear', result: false },
    ipBlocklist: { status: 'clear', result: false },
    ipReputation: { score: 0 },
    datacenter: { result: true },
    timezoneMismatch: { status: 'clear', fits: false, differenceMin: 360 },
  })
  expect(score).toMatchObject({
    riskScore: 81,
    parts: [
      { kind: 'contribution', category: 'ip', cause: 'tor_exit', points: 25 },
      { kind: 'floor', cause: 'tor', points: 56 },
    ],
  })
})

it('calls a relay a VPN by that method alone, and scores it once', () => {
  const hits = [listed('vpn'), listed('datacenter'), apple]
  const relayed = event(inNetwork('cdn', { hits, place: inCountry('US') }), { turn: { addresses: ['198.51.100.4'] } })
  expect(relayed.network).toMatchObject({
    relay: { status: 'detected', result: true, service: 'iCloud Private Relay' },
    vpn: {
      status: 'detected',
      result: true,
      methods: { timezoneMismatch: false, publicVPN: false, osMismatch: false, relay: true, turn: false },
    },
    datacenter: { status: 'clear', result: false },
  })
  expect(relayed.score.parts).toEqual([
    { kind: 'contribution', category: 'ip', cause: 'relay', points: 5 },
    { kind: 'floor', cause: 'relay', points: 6 },
  ])
})

it('finds a VPN by its list and by the clock, and says how high that lifts', () => {
  const hits = [listed('vpn', { provider: 'NordVPN', exact: true })]
  const { network, score, decision } = event(inNetwork('vpn_wholesale', { hits, place: inCountry('US') }))
  expect(network.vpn).toMatchObject({ confidence: 'high', methods: { publicVPN: true, timezoneMismatch: true } })
  expect([score.riskScore, decision.action]).toEqual([31, 'challenge'])
})

it('finds a VPN by UDP that came from elsewhere', () => {
  const { network } = event(anAddress(), { turn: { addresses: ['198.51.100.4'] } })
  expect(network.vpn).toMatchObject({ result: true, confidence: 'high', methods: { turn: true, publicVPN: false } })
})

it('says of a trusted office why it asked nothing', () => {
  const hits = [listed('office', { exact: true }), listed('vpn'), listed('proxy'), listed('datacenter'), threat]
  const { network, score } = event(inNetwork('vpn', { hits, place: inCountry('US') }))
  expect(network.because).toMatchObject({ reason: 'address_trusted', observed: expect.stringContaining('office-list') })
  const { vpn, proxy, tor, relay, datacenter, residentialProxy, ipBlocklist, ipReputation, timezoneMismatch } = network
  const answers = [vpn, proxy, tor, relay, datacenter, residentialProxy, ipBlocklist, ipReputation, timezoneMismatch]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'clear'))
  expect(score.parts.map(({ cause }) => cause)).toEqual(['first_visit'])
})

it('can tell nothing of an address that is not of the internet', () => {
  const { network } = event(anAddress({ scope: 'private', network: null, place: null, placeGap: 'not_global' }))
  const { vpn, proxy, tor, relay, datacenter, residentialProxy, ipBlocklist, ipReputation, timezoneMismatch } = network
  const answers = [vpn, proxy, tor, relay, datacenter, residentialProxy, ipBlocklist, ipReputation, timezoneMismatch]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'unknown'))
  expect(network.because?.reason).toBe('address_not_global')
})

it('finds VPNs and servers by their networks before any list was fetched, and clears nobody', () => {
  const never = 'feed_never_fetched'
  const gaps = { tor: never, relay: never, vpn: never, proxy: never, datacenter: never, threat: never } as const
  expect(event(inNetwork('vpn', { gaps })).network.vpn.result).toBe(true)
  expect(event(inNetwork('hosting', { gaps })).network.datacenter.result).toBe(true)
  const { vpn, tor, relay, proxy, datacenter, ipBlocklist, ipReputation } = event(anAddress({ gaps })).network
  const answers = [vpn, tor, relay, proxy, datacenter, ipBlocklist, ipReputation]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'unknown'))
})

describe('the connection is', () => {
  const connection = { type: 'wifi', effectiveType: null, rttMs: null, downlinkMbps: null, saveData: null }
  const typeOf = (ip: IpFacts, type: string | null) =>
    event(ip, {}, { ...ada, connection: { ...connection, type } }).network.connectionType
  it.each([
    ['what the database says', anAddress({ connectionType: 'cable_dsl' }), 'wifi', 'cable_dsl'],
    ['what the browser says', anAddress(), 'wifi', 'wifi'],
    ['a carrier’s', inNetwork('mobile'), 'unknown', 'cellular'],
    ['nothing that a page may write', anAddress(), '<script>', null],
    ['not known', anAddress(), null, null],
  ])('%s', (_name, ip, type, expected) => {
    expect(typeOf(ip, type)).toBe(expected)
  })
})

it('names the line by the best source there is', () => {
  const named = event(anAddress({ isp: 'A Database’s ISP', organization: 'A School' })).network
  expect([named.isp, named.organization, named.asName]).toEqual(['A Database’s ISP', 'A School', 'Example Broadband'])
})

it('keeps the place, or why there is none', () => {
  expect(locationOf(anAddress())).toEqual({ place: berlin, gap: null })
  expect(locationOf(anAddress({ place: null, placeGap: 'no_database' }))).toEqual({ place: null, gap: 'no_database' })
  expect(locationOf(undefined)).toEqual(unlookedLocation)
})

it('rests products on detectors that there are, and every detector of addresses on a product', () => {
  const named = Object.values(networkGrounds).flatMap(({ deciding, supporting = [] }) => [...deciding, ...supporting])
  const ids = detectors.filter(({ category }) => category === 'ip').map(({ id }) => id)
  expect(new Set(named)).toEqual(new Set(ids))
})
