import { expect, it } from 'vitest'
import { addressColumnNames, addressColumnValues } from './address-columns.ts'

it('has one value for each name, and null for what is not known', () => {
  const row = (address: Parameters<typeof addressColumnValues>[0]) =>
    Object.fromEntries(addressColumnNames.map((name, index) => [name, addressColumnValues(address)[index]]))
  expect(row({ asn: 64500, country: 'CZ', countryAsked: true, zoneFits: false })).toEqual({
    asn: 64500,
    country: 'CZ',
    country_asked: 1,
    zone_fits: 0,
  })
  expect(row({ asn: null, country: null, countryAsked: false, zoneFits: null })).toEqual({
    asn: null,
    country: null,
    country_asked: 0,
    zone_fits: null,
  })
})
