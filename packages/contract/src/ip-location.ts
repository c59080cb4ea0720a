import type { TracioEvent } from './event.ts'
import type { NetworkVerdict } from './network-verdict.ts'

/** A name that a database has, or none. */
interface Named {
  readonly name: string | null
}

/** What the address is the exit of. The place is then that of the exit, wherever the visitor sits. */
export type ExitKind = 'tor' | 'relay' | 'vpn' | 'proxy'

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
  /** The database or the list, and the day it is of. */
  readonly source: string | null
  /** Null: nobody knows of any, so the place may be the visitor's. */
  readonly exit: ExitKind | null
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

/**
 * What the address is known to be the exit of, the first that applies. A VPN that only a near clock speaks for is not, for
 * then the visitor may as well be where the address is.
 */
export function exitOf({ tor, relay, vpn, proxy }: NetworkVerdict): ExitKind | null {
  if (tor.result) return 'tor'
  if (relay.result) return 'relay'
  if (vpn.result && vpn.confidence !== 'low') return 'vpn'
  return proxy.result ? 'proxy' : null
}

/** Reads a place in the shape that the APIs show. */
export function ipLocation({ location: { place }, network }: Pick<TracioEvent, 'location' | 'network'>): IpLocation {
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
    exit: exitOf(network),
  }
}
