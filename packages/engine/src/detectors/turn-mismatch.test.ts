import type { IpFacts } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { addressStanding } from '../network/address-standing.ts'
import { turnMismatch } from './turn-mismatch.ts'

const seen = (requestIp: string, addresses: readonly string[], ip: IpFacts = anAddress()) => ({
  requestIp,
  ip,
  address: addressStanding(ip),
  turn: { addresses },
})

testDetector(turnMismatch, {
  clear: [
    ['somebody at home', seen('203.0.113.7', ['203.0.113.7'])],
    ['an address in IPv6 clothes', seen('203.0.113.7', ['::ffff:203.0.113.7'])],
    ['a neighbour of the carrier’s pool', seen('203.0.113.7', ['203.0.113.250'])],
    ['a phone in its carrier’s wider pool', seen('203.0.113.7', ['203.0.200.1'], inNetwork('mobile'))],
    ['a host that changes the lower half', seen('2001:db8:1:2::3', ['2001:db8:1:2:ffff::9'])],
    ['a computer on two lines', seen('203.0.113.7', ['198.51.100.4', '203.0.113.7'])],
    ['a Safari whose pages are relayed', seen('203.0.113.7', ['198.51.100.4'], anAddress({ hits: [listed('relay')] }))],
    ['people at work whose pages go through a gateway', seen('203.0.113.7', ['198.51.100.4'], inNetwork('gateway'))],
    ['an office with two lines', seen('203.0.113.7', ['198.51.100.4'], anAddress({ hits: [listed('office')] }))],
  ],
  detected: [
    ['a page that goes through something', seen('203.0.113.7', ['198.51.100.4']), ['udp_address_differs']],
    ['the next /24 of a line', seen('203.0.113.7', ['203.0.114.7']), ['udp_address_differs']],
    [
      'a phone beyond its carrier’s pool',
      seen('203.0.113.7', ['203.1.0.1'], inNetwork('mobile')),
      ['udp_address_differs'],
    ],
    ['the next /64', seen('2001:db8:1:2::3', ['2001:db8:1:3::3', '192.168.1.2']), ['udp_address_differs']],
  ],
})

it('says which addresses came', () => {
  expect(turnMismatch.detect(seen('203.0.113.7', ['198.51.100.4', '198.51.100.5', '10.0.0.1']))).toMatchObject({
    evidence: [{ observed: '198.51.100.4, 198.51.100.5', expected: '203.0.113.7, or the same /24' }],
  })
})

it.each([
  ['no UDP came', seen('203.0.113.7', []), 'turn_address'],
  ['UDP came by the other family alone', seen('203.0.113.7', ['2001:db8::1']), 'turn_address_of_same_family'],
  ['UDP came from inside', seen('203.0.113.7', ['192.168.1.2', '100.64.0.1']), 'turn_address_of_same_family'],
  ['what came is no address', seen('203.0.113.7', ['junk']), 'turn_address_of_same_family'],
  [
    'requests came from inside',
    seen('10.0.0.1', ['203.0.113.7'], anAddress({ scope: 'private' })),
    'address_not_global',
  ],
  ['requests came from nowhere', seen('junk', ['203.0.113.7']), 'requestIp'],
])('cannot tell where %s', (_name, one, missing) => {
  expect(turnMismatch.detect(one)).toEqual({ outcome: 'unknown', missing: [missing] })
})
