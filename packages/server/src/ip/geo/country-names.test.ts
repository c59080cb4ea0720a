import { expect, it } from 'vitest'
import { countryNames } from './country-names.ts'

it.each([
  ['DE', 'Germany', 'EU'],
  ['BR', 'Brazil', 'SA'],
  ['XK', 'Kosovo', 'EU'],
  ['AQ', 'Antarctica', 'AN'],
])('knows %s', (code, name, continent) => {
  expect(countryNames(code)).toEqual({ name, continent })
})

it.each(['ZZ', 'de', '', 'toString'])('knows no %j', (code) => {
  expect(countryNames(code)).toBeUndefined()
})
