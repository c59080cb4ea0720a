import { expect, it } from 'vitest'
import { aLocation, aNetwork, anEventOfNobody } from '../../contract/test/an-event.ts'
import { addressFacts } from './address-facts.ts'

it('takes country and network as they were known, and whether the clock fitted', () => {
  const timezoneMismatch = { ...aNetwork.timezoneMismatch, fits: false }
  expect(addressFacts({ network: { ...aNetwork, asn: 64500, timezoneMismatch }, location: aLocation })).toEqual({
    asn: 64500,
    country: 'CZ',
    countryAsked: true,
    zoneFits: false,
  })
})

it.each([
  ['not_listed', true],
  ['not_global', true],
  ['no_database', false],
] as const)('tells whether there was a database to ask: %s', (gap, countryAsked) => {
  const seen = addressFacts({ network: aNetwork, location: { place: null, gap } })
  expect(seen).toMatchObject({ country: null, countryAsked })
})

it('knows nothing of an event of which nobody asked', () => {
  expect(addressFacts(anEventOfNobody)).toEqual({ asn: null, country: null, countryAsked: false, zoneFits: null })
})
