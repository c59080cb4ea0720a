import { getCountry, getTimezone } from 'countries-and-timezones'
import { boundedMemo } from './bounded-memo.ts'

/** The zones of a country. */
export interface CountryZones {
  /** By every name that is or was in use. */
  readonly names: ReadonlySet<string>
  /** One zone for each pair of winter and summer clocks: zones of one country that share both change them together. */
  readonly clocks: readonly string[]
}

/** There are about 250 countries. */
const COUNTRIES_MAX = 300

const ISO_3166_1 = /^[A-Z]{2}$/

/** The zones of a country by its two letters; null: the library knows none, as for Kosovo (3.10, November 2026). */
export const countryZones = boundedMemo(COUNTRIES_MAX, (country): CountryZones | null => {
  const names = ISO_3166_1.test(country) ? getCountry(country, { deprecated: true })?.timezones : undefined
  if (!names || names.length === 0) return null
  const byClock = new Map<string, string>()
  for (const name of names) {
    const zone = getTimezone(name)
    const clock = `${zone?.utcOffset} ${zone?.dstOffset}`
    if (!byClock.has(clock)) byClock.set(clock, name)
  }
  return { names: new Set(names), clocks: [...byClock.values()] }
})
