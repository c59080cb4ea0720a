import type { IpFacts } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { anAddress, inCountry, inNetwork, listed } from '../../test/address.ts'
import { testDetector } from '../../test/detector-tester.ts'
import { NOW } from '../../test/visit.ts'
import { zoneFit } from '../derive/zone-fit.ts'
import { addressStanding } from '../network/address-standing.ts'
import type { AddressHistory } from '../observations.ts'
import { timezoneMismatch } from './timezone-mismatch.ts'

const seen = (zone: string, ip: IpFacts = anAddress(), history?: AddressHistory) => ({
  ip,
  address: addressStanding(ip),
  zone: zoneFit({ zone, family: 'chromium', ip, at: NOW }),
  ...(history ? { history } : {}),
})
const inUs = anAddress({ place: inCountry('US') })
const weekOf = (zoneVisits7d: number, zoneMismatches7d: number) => ({ zoneVisits7d, zoneMismatches7d })

testDetector(timezoneMismatch, {
  clear: [
    ['somebody at home', seen('Europe/Berlin')],
    ['an Austrian in Germany', seen('Europe/Vienna')],
    ['a Californian whom the database has in New York', seen('America/Los_Angeles', inUs)],
    ['an office whose line ends in another country', seen('Asia/Tokyo', anAddress({ hits: [listed('office')] }))],
    ['people at work behind a gateway abroad', seen('Asia/Tokyo', inNetwork('gateway'))],
    ['a Safari that relays', seen('Asia/Tokyo', anAddress({ hits: [listed('relay')] }))],
    ['a hotel with some guests from abroad', seen('Europe/Berlin', anAddress(), weekOf(40, 19))],
    ['a couple from abroad in a rented flat', seen('Europe/Berlin', anAddress(), weekOf(19, 19))],
  ],
  detected: [
    ['a Briton in Berlin', seen('Europe/London'), ['zone_near']],
    ['a clock two hours away', seen('Atlantic/Azores'), ['zone_near']],
    ['a clock three hours away', seen('America/Noronha'), ['zone_far']],
    ['somebody from Prague with an address in New York', seen('Europe/Prague', inUs), ['zone_far']],
    ['a German phone in New York', seen('America/New_York', inNetwork('mobile')), ['zone_roaming']],
    [
      'an address that strangers are sent through',
      seen('Europe/Berlin', anAddress(), weekOf(20, 10)),
      ['zones_of_address'],
    ],
    [
      'a stranger on an address that strangers are sent through',
      seen('Asia/Tokyo', anAddress(), weekOf(40, 40)),
      ['zone_far', 'zones_of_address'],
    ],
    ['a hidden zone on such an address', seen('UTC', anAddress(), weekOf(40, 40)), ['zones_of_address']],
  ],
})

describe('timezone_mismatch says how strongly', () => {
  it.each([
    ['weakly, next door', seen('Europe/London'), 0.15],
    ['more, far away', seen('Asia/Tokyo'), 0.4],
    ['by the address', seen('Europe/London', anAddress(), weekOf(20, 20)), 0.4],
  ])('%s', (_name, one, strength) => {
    expect(timezoneMismatch.detect(one)).toMatchObject({ strength })
  })
})

it.each([
  ['the zone hides the place', seen('UTC'), 'zone_hidden'],
  ['there is no place', seen('Europe/Berlin', anAddress({ place: null, placeGap: 'not_listed' })), 'not_listed'],
  ['the address is of no network', seen('Europe/Berlin', anAddress({ scope: 'private' })), 'address_not_global'],
])('cannot tell where %s', (_name, one, missing) => {
  expect(timezoneMismatch.detect(one)).toEqual({ outcome: 'unknown', missing: [missing] })
})
