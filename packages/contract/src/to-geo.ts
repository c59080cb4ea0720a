import type { TracioEvent } from './event.ts'

/** Where the visitor's address is, as webhooks show it. Whatever is not known is null. */
export interface Geo {
  readonly country: string | null
  readonly city: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly timezone: string | null
  /** Who provides the line; the network's registered name where no database knows better. */
  readonly isp: string | null
}

/** Reads the place of an event. */
export function toGeo({ location: { place }, network }: Pick<TracioEvent, 'location' | 'network'>): Geo {
  return {
    country: place?.country ?? null,
    city: place?.city ?? null,
    lat: place?.latitude ?? null,
    lon: place?.longitude ?? null,
    timezone: place?.timezone ?? null,
    isp: network.isp,
  }
}
