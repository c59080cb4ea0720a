import type { IpFacts } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anAddress, inNetwork } from '../../test/address.ts'
import { isHouseholdLine } from './access-line.ts'

const named = (name: string): IpFacts => anAddress({ network: { asn: 64496, name, class: 'other', brand: null } })

it.each<[string, IpFacts, boolean]>([
  ['an access network', anAddress(), true],
  ['a cable line by a database', anAddress({ connectionType: 'cable_dsl' }), true],
  ['a company’s line by a database', anAddress({ connectionType: 'corporate' }), false],
  ['a carrier’s line by a database', anAddress({ connectionType: 'cellular' }), false],
  ['an aeroplane', anAddress({ connectionType: 'satellite' }), false],
  ['a mobile carrier by its network', inNetwork('mobile'), false],
  ['a rented server', inNetwork('hosting'), false],
  ['a campus by its name', named('Technische Universität Beispielstadt'), false],
  ['a school district by its name', named('Example County School District'), false],
  ['a network that nobody knows', anAddress({ network: null }), false],
])('says of %s whether it is a household’s line', (_name, ip, expected) => {
  expect(isHouseholdLine(ip)).toBe(expected)
})
