import { iso31662 } from 'iso-3166'
import { expect, it } from 'vitest'
import { regionCode } from './region-code.ts'
import { regionNames } from './region-names.ts'

it.each([
  ['by the letter', 'US', 'California', 'CA'],
  ['without accents', 'BR', 'Sao Paulo', 'SP'],
  ['by its English name', 'DE', 'Bavaria', 'BY'],
  ['without the word for its kind', 'KE', 'Kiambu County', '13'],
  ['where the standard names the kind', 'CN', 'Guangdong', 'GD'],
  ['of several with that name, the one of the first level', 'GB', 'England', 'ENG'],
])('knows a region %s', (_name, country, name, code) => {
  expect(regionCode(country, name)).toBe(code)
})

it.each([
  ['a region that nobody has', 'DE', 'Atlantis'],
  ['another country', 'FR', 'Bavaria'],
  ['a country without regions', 'HK', 'Kowloon'],
  ['no country', 'ZZ', 'Anything'],
  ['an empty name', 'DE', ''],
  ['a municipality named like its town', 'LV', 'Jelgava Municipality'],
])('is unsure of %s', (_name, country, name) => {
  expect(regionCode(country, name)).toBeNull()
})

it('tells the city from the country and the district around it', () => {
  expect([regionCode('MX', 'Mexico City'), regionCode('MX', 'State of Mexico')]).toEqual(['CMX', 'MEX'])
  expect([regionCode('RU', 'Moscow'), regionCode('RU', 'Moscow Oblast')]).toEqual(['MOW', 'MOS'])
})

it('leads from every name written by hand to a code of the standard', () => {
  const codes = new Set(iso31662.map(({ code }) => code))
  const wrong = Object.entries(regionNames).flatMap(([country, names]) =>
    Object.entries(names).filter(([, code]) => !codes.has(`${country}-${code}`)),
  )
  expect(wrong).toEqual([])
})
