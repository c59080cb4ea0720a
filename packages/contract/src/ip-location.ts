import type { LocationVerdict } from './network-verdict.ts'

/** A name that a database has, or none. */
interface Named {
  readonly name: string | null
}

/** Where the address is: every field is there, and null where no database says. */
export interface IpLocation {
  readonly latitude: number | null
  readonly longitude: number | null
  readonly timezone: string | null
  /** Kilometres around the coordinates in which the place is with two chances of three. */
  readonly accuracyRadius: number | null
  readonly city: Named
  readonly country: Named & { readonly code: string | null }
  readonly continent: Named & { readonly code: string | null }
  /** The largest part of the country first; at most one. */
  readonly subdivisions: readonly (Named & { readonly isoCode: string | null })[]
  /** The database, and the day it was built. */
  readonly source: string | null
}

/** The seven by their two letters, as databases write them. */
const continents: Readonly<Record<string, string>> = {
  AF: 'Africa',
  AN: 'Antarctica',
  AS: 'Asia',
  EU: 'Europe',
  NA: 'North America',
  OC: 'Oceania',
  SA: 'South America',
}

/** Reads a place in the shape that the APIs show. */
export function ipLocation({ place }: LocationVerdict): IpLocation {
  const continent = place?.continent ?? null
  const region = place?.region
  return {
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    timezone: place?.timezone ?? null,
    accuracyRadius: place?.accuracyRadiusKm ?? null,
    city: { name: place?.city ?? null },
    country: { code: place?.country ?? null, name: place?.countryName ?? null },
    continent: { code: continent, name: continent === null ? null : (continents[continent] ?? null) },
    subdivisions: region ? [{ isoCode: region.code, name: region.name }] : [],
    source: place?.source ?? null,
  }
}
