import type { ListHit, PlaceFacts } from '@tracio/contract'
import { countryNames } from './geo/country-names.ts'
import { zoneAt } from './geo/zone-at.ts'

/**
 * The country that a relay's own list gives for those behind the address, where no database of places says the same. The
 * relay hands its addresses out by country, and a database may know no better than where the machines stand. Undefined:
 * no list says one, or the database agrees, which knows more of the place.
 */
export function relayPlace(hits: readonly ListHit[], place: PlaceFacts | null): PlaceFacts | undefined {
  const hit = hits.find(({ kind, country }) => kind === 'relay' && country !== undefined)
  if (hit?.country === undefined || hit.country === place?.country) return
  const names = countryNames(hit.country)
  if (names === undefined) return
  return {
    country: hit.country,
    countryName: names.name,
    continent: names.continent,
    region: null,
    city: null,
    latitude: null,
    longitude: null,
    timezone: zoneAt(hit.country, null, null),
    accuracyRadiusKm: null,
    source: `${hit.feed} ${new Date(hit.asOf).toISOString().slice(0, 10)}`,
  }
}
