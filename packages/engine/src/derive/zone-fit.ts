import type { BrowserFamily, IpFacts } from '@tracio/contract'
import { countryZones } from './country-zones.ts'
import { zoneOffsetMin } from './zone-offset.ts'

/** Whether the browser's clock goes as one of the address's country, or why that cannot be told. */
export type ZoneFit =
  | { readonly known: false; readonly why: string }
  | {
      readonly known: true
      readonly fits: boolean
      readonly zone: string
      readonly country: string
      /** To the nearest clock of the country; 0 when it fits. */
      readonly differenceMin: number
    }

/** What the conclusion is made of. */
interface ZoneFacts {
  readonly zone: string | undefined
  readonly family: BrowserFamily | undefined
  readonly ip: IpFacts
  readonly at: number
}

/** Zones of no place: servers have them, machines that were never set, and browsers that resist fingerprinting. */
const PLACELESS =
  /^(?:Factory|Etc\/Unknown|UTC|GMT|UCT|Zulu|Universal|Greenwich|GMT[+-]?0|Etc\/(?:UTC|GMT|UCT|Zulu|Universal|Greenwich|GMT[+-]?0))$/

/**
 * Since version 128 Firefox claims Iceland's zone, which is UTC all year, when it resists fingerprinting, and UTC before.
 * Read of in November 2026, not measured; of Icelanders abroad who use Firefox nothing is said therefore.
 */
const HARDENED_FIREFOX = 'Atlantic/Reykjavik'

/** The browser names a zone that tells no place. */
export const isHiddenZone = (zone: string, family: BrowserFamily | undefined): boolean =>
  PLACELESS.test(zone) || (family === 'firefox' && zone === HARDENED_FIREFOX)

/**
 * Compares the browser's zone with the zones of the address's country, never with the city's: databases of cities are wrong
 * about the zone for one American address in eight. A neighbour's zone with the same clock fits as well.
 */
export function zoneFit({ zone, family, ip, at }: ZoneFacts): ZoneFit {
  if (zone === undefined) return { known: false, why: 'timezone' }
  const { place } = ip
  if (place === null) return { known: false, why: ip.placeGap ?? 'place' }
  const { country } = place
  const zones = countryZones(country)
  if (zones === null) return { known: false, why: 'country_zones' }
  if (zones.names.has(zone)) return { known: true, fits: true, zone, country, differenceMin: 0 }
  if (isHiddenZone(zone, family)) return { known: false, why: 'zone_hidden' }
  const offset = zoneOffsetMin(zone, at)
  if (offset === null) return { known: false, why: 'zone_unknown' }
  const differenceMin = Math.min(
    ...zones.clocks.map((clock) => Math.abs((zoneOffsetMin(clock, at) ?? offset) - offset)),
  )
  return { known: true, fits: differenceMin === 0, zone, country, differenceMin }
}
