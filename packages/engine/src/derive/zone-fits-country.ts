import { getAllCountries, getAllTimezones } from 'countries-and-timezones'

/** The zones of a country: their names, and what their clocks show, as standard and summer time ahead of UTC. */
interface CountryZones {
  readonly names: ReadonlySet<string>
  readonly clocks: ReadonlySet<string>
}

/**
 * Zones that browsers show instead of their own, and say nothing of a place: Firefox and Tor Browser that resist
 * fingerprinting show UTC, since version 128 Atlantic/Reykjavik; so do servers and virtual machines. Looked up November
 * 2026.
 */
const WORN_AS_A_MASK: ReadonlySet<string> = new Set(['Etc/UTC', 'Etc/GMT', 'Factory', 'Atlantic/Reykjavik', 'Iceland'])

/**
 * Whether a browser's time zone is one that people in a country have: one of the country's own, by any of its names, or one
 * whose clocks go as in a zone of the country. Of the country and not of the city, because databases of addresses are
 * seldom wrong about the one and often about the other. Null: it cannot be told, since the country or the zone is not
 * known, or the zone is one that hides where somebody is.
 */
export function zoneFitsCountry(zone: string, country: string): boolean | null {
  const { zones, countries } = table()
  const theirs = countries.get(country)
  if (theirs?.names.has(zone)) return true
  const told = zones.get(zone)
  if (!theirs || !told || WORN_AS_A_MASK.has(zone) || WORN_AS_A_MASK.has(told.name)) return null
  return theirs.names.has(told.name) || theirs.clocks.has(told.clock)
}

interface Table {
  /** By every name: the one that it is kept under, and its clock. */
  readonly zones: ReadonlyMap<string, { readonly name: string; readonly clock: string }>
  readonly countries: ReadonlyMap<string, CountryZones>
}

let made: Table | undefined

/**
 * The library's tables as maps, made at the first call: its own look-ups take `__proto__` for a zone, and zones come from
 * strangers.
 */
function table(): Table {
  if (made) return made
  const zones = new Map<string, { readonly name: string; readonly clock: string }>(
    Object.values(getAllTimezones({ deprecated: true })).map(({ name, aliasOf, utcOffset, dstOffset }) => [
      name,
      { name: aliasOf ?? name, clock: `${utcOffset} ${dstOffset}` },
    ]),
  )
  const countries = new Map<string, CountryZones>(
    Object.values(getAllCountries({ deprecated: true })).map(({ id, timezones }) => {
      const clocks = timezones.flatMap((name) => zones.get(name)?.clock ?? [])
      return [id, { names: new Set(timezones), clocks: new Set(clocks) }]
    }),
  )
  made = { zones, countries }
  return made
}
