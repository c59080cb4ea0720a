import type { PlaceFacts } from '@tracio/contract'
import { accuracyRadiusKm } from './accuracy-radius.ts'
import { countryNames } from './country-names.ts'
import { numberAt, textAt } from './field-at.ts'
import type { MmdbRecord } from './mmdb.ts'
import { regionCode } from './region-code.ts'
import { zoneAt } from './zone-at.ts'

/** A place as a record has it, before the network around it has had a say. */
export interface RecordedPlace {
  readonly facts: PlaceFacts
  /** Whether the radius is the database's own, and not our estimate for the country. */
  readonly hasOwnRadius: boolean
}

/** Four decimals are eleven metres, more than any database knows; DB-IP's coordinates are floats of 32 bits. */
const COORDINATE_STEPS = 10_000

/** DB-IP puts the district in brackets behind the city. */
const DISTRICT = / \(.*\)$/

/** IANA names, of any length that one has. */
const ZONE = /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/

/**
 * Reads a place from the nested records of MaxMind and DB-IP or the flat ones of IPinfo and ip-location-db. Undefined:
 * the record names no country.
 */
export function readPlace(record: MmdbRecord, source: string): RecordedPlace | undefined {
  // Older files of IPinfo have the code in `country`, newer ones the name.
  const country = [textAt(record, 'country.iso_code', 'country_code'), textAt(record, 'country')].find(isCountryCode)
  if (country === undefined) return
  const names = countryNames(country)
  const [latitude, longitude] = coordinatesOf(record)
  const ownRadius = numberAt(record, 'location.accuracy_radius', 'radius')
  const hasOwnRadius = latitude !== null && ownRadius !== null && ownRadius > 0
  const facts = {
    country,
    countryName: names?.name ?? textAt(record, 'country.names.en', 'country_name', 'country') ?? country,
    continent: names?.continent ?? textAt(record, 'continent.code', 'continent_code'),
    region: regionOf(record, country),
    city: textAt(record, 'city.names.en', 'city')?.replace(DISTRICT, '') ?? null,
    latitude,
    longitude,
    timezone: ownZone(record) ?? zoneAt(country, latitude, longitude),
    accuracyRadiusKm: latitude === null ? null : hasOwnRadius ? ownRadius : accuracyRadiusKm(country),
    source,
  }
  return { facts, hasOwnRadius }
}

/** Databases write ZZ where they do not know. */
const isCountryCode = (text: string | null): text is string => text !== null && /^[A-Z]{2}$/.test(text) && text !== 'ZZ'

function coordinatesOf(record: MmdbRecord): readonly [number, number] | readonly [null, null] {
  const latitude = numberAt(record, 'location.latitude', 'latitude', 'lat')
  const longitude = numberAt(record, 'location.longitude', 'longitude', 'lng')
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    return [null, null]
  }
  // Nobody lives in the Gulf of Guinea where both are 0; programs that know nothing write that.
  return latitude === 0 && longitude === 0 ? [null, null] : [rounded(latitude), rounded(longitude)]
}

const rounded = (degrees: number): number => Math.round(degrees * COORDINATE_STEPS) / COORDINATE_STEPS

/** The first subdivision is the widest one. */
function regionOf(record: MmdbRecord, country: string): PlaceFacts['region'] {
  const name = textAt(record, 'subdivisions.0.names.en', 'region', 'state1')
  if (name === null) return null
  const own = textAt(record, 'subdivisions.0.iso_code', 'region_code')
  return { code: own !== null && /^[A-Z0-9]{1,3}$/.test(own) ? own : regionCode(country, name), name }
}

function ownZone(record: MmdbRecord): string | undefined {
  const zone = textAt(record, 'location.time_zone', 'timezone')
  return zone !== null && ZONE.test(zone) ? zone : undefined
}
