import type { EpochMs, IpFacts, ListHit, ListKind, NetworkClass, PlaceFacts } from '@tracio/contract'
import { NOW } from './visit.ts'

/** An address at home: on no list, all lists current, in an ordinary access network in Berlin. */
export const anAddress = (part: Partial<IpFacts> = {}): IpFacts => ({
  scope: 'global',
  hits: [],
  gaps: {},
  network: { asn: 64496, name: 'Example Broadband', class: 'other', brand: null },
  place: berlin,
  isp: null,
  organization: null,
  connectionType: null,
  ...part,
})

/** A list of the kind that names a range around the address; its feed is called after the kind. */
export const listed = (kind: ListKind, part: Partial<ListHit> = {}): ListHit => ({
  feed: `${kind}-list`,
  kind,
  provider: null,
  exact: false,
  asOf: (NOW - 86_400_000) as EpochMs,
  ...part,
})

/** An address in a network of a class. */
export const inNetwork = (networkClass: NetworkClass, part: Partial<IpFacts> = {}): IpFacts =>
  anAddress({ network: { asn: 64497, name: 'Example Network', class: networkClass, brand: null }, ...part })

/** A place by its country, the rest of which is Berlin. */
export const inCountry = (country: string): PlaceFacts => ({ ...berlin, country })

/** Berlin, as a city database has it. */
export const berlin: PlaceFacts = {
  country: 'DE',
  countryName: 'Germany',
  continent: 'EU',
  region: { code: 'BE', name: 'State of Berlin' },
  city: 'Berlin',
  latitude: 52.52,
  longitude: 13.405,
  timezone: 'Europe/Berlin',
  accuracyRadiusKm: 44,
  source: 'dbip-city 2026-11-01',
}
