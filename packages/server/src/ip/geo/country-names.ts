import { countries } from 'countries-list'

/** What a country's code says without any database. */
export interface CountryNames {
  readonly name: string
  /** Two letters: AF, AN, AS, EU, NA, OC, SA. */
  readonly continent: string
}

const byCode = new Map<string, CountryNames>(
  Object.entries(countries).map(([code, { name, continent }]) => [code, { name, continent }]),
)

/** English name and continent of a country by its ISO 3166-1 alpha-2 code; undefined: nobody has this code. */
export const countryNames = (code: string): CountryNames | undefined => byCode.get(code)
