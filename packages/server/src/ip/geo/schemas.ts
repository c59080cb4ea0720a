import { type GeoLicence, licences } from './licences.ts'

/** What a database can tell. Of places, the finest: a database of cities knows countries too. */
export const geoContents = ['city', 'country', 'network', 'isp', 'connection', 'anonymity'] as const
export type GeoContent = (typeof geoContents)[number]

/** One kind of database, as a vendor makes it. */
export interface GeoSchema {
  /** In statuses, and as the feed of the hits it gives; never renamed. */
  readonly id: string
  /** For people. */
  readonly name: string
  readonly gives: readonly GeoContent[]
  readonly licence: GeoLicence
  /** Every record is a residential proxy, without a field that says so. */
  readonly listsResidentialProxies?: true
}

interface SchemaRow extends GeoSchema {
  /** What the file calls its own type. */
  readonly type: RegExp
  /** What the file is called, where the type does not say whose data it holds. */
  readonly file?: RegExp
}

const { dbipLite, geolite2, ipinfoLite, commercial, unknown } = licences

/**
 * Every kind that is known, the first that fits first. Types were read from MaxMind's and IPinfo's official samples, DB-IP's
 * manual and the files of ip-location-db, November 2026.
 */
const rows: readonly SchemaRow[] = [
  row('geolite2_city', 'GeoLite2 City', /^GeoLite2-City/, ['city'], geolite2),
  row('geolite2_country', 'GeoLite2 Country', /^GeoLite2-Country/, ['country'], geolite2),
  row('geolite2_asn', 'GeoLite2 ASN', /^GeoLite2-ASN/, ['network'], geolite2),
  row('maxmind_enterprise', 'GeoIP Enterprise', /^GeoIP2?-.*Enterprise/, ['city', 'network', 'isp', 'connection']),
  row('maxmind_city', 'GeoIP City', /^GeoIP2?-City/, ['city']),
  row('maxmind_country', 'GeoIP Country', /^GeoIP2?-Country/, ['country']),
  row('maxmind_isp', 'GeoIP ISP', /^GeoIP2?-(?:.*-)?ISP/, ['network', 'isp']),
  row('maxmind_anonymous_plus', 'GeoIP Anonymous Plus', /^GeoIP2?-Anonymous-Plus/, ['anonymity']),
  row('maxmind_anonymous', 'GeoIP Anonymous IP', /^GeoIP2?-Anonymous-IP/, ['anonymity']),
  residential('maxmind_residential_proxy', 'GeoIP Residential Proxy', /^GeoIP2?-Residential-Proxy/),
  row('maxmind_ip_risk', 'GeoIP IP Risk', /^GeoIP2?-IP-Risk/, ['anonymity']),
  row('maxmind_connection_type', 'GeoIP Connection Type', /^GeoIP2?-Connection-Type/, ['connection']),
  row('ipinfo_lite', 'IPinfo Lite', /^ipinfo .*lite/, ['country', 'network'], ipinfoLite),
  row('ipinfo_core', 'IPinfo Core', /^ipinfo .*core/, ['city', 'network', 'connection', 'anonymity']),
  row('ipinfo_plus', 'IPinfo Plus', /^ipinfo .*plus/, ['city', 'network', 'connection', 'anonymity']),
  residential('ipinfo_residential_proxy', 'IPinfo Residential Proxy', /^ipinfo .*residential/),
  row('ipinfo_privacy_extended', 'IPinfo Privacy Extended', /^ipinfo .*extended_privacy/, ['anonymity']),
  row('ipinfo_privacy', 'IPinfo Privacy', /^ipinfo .*privacy/, ['anonymity']),
  row('ipinfo_location', 'IPinfo Location', /^ipinfo .*location/, ['city']),
  row('dbip_city_lite', 'DB-IP City Lite', /^DBIP-City-Lite/, ['city'], dbipLite),
  row('dbip_country_lite', 'DB-IP Country Lite', /^DBIP-Country-Lite/, ['country'], dbipLite),
  row('dbip_asn_lite', 'DB-IP ASN Lite', /^DBIP-ASN-Lite/, ['network'], dbipLite),
  row('dbip_location_isp', 'DB-IP Location and ISP', /^DBIP-Location-ISP/, ['city', 'network', 'isp', 'connection']),
  row('dbip_city', 'DB-IP City', /^DBIP-(?:City|Location)/, ['city']),
  row('dbip_country', 'DB-IP Country', /^DBIP-Country/, ['country']),
  row('dbip_isp', 'DB-IP ISP', /^DBIP-ISP/, ['network', 'isp', 'connection']),
  // The files of ip-location-db say what they hold, and only their names say whose it is.
  { ...row('dbip_city_lite', 'DB-IP City Lite', /^city ipv/, ['city'], dbipLite), file: /^dbip-/ },
  { ...row('dbip_country_lite', 'DB-IP Country Lite', /^country ipv/, ['country'], dbipLite), file: /^dbip-/ },
  { ...row('geolite2_city', 'GeoLite2 City', /^city ipv/, ['city'], geolite2), file: /^geolite2-/ },
  { ...row('geolite2_country', 'GeoLite2 Country', /^country ipv/, ['country'], geolite2), file: /^geolite2-/ },
  row('ip_location_db_city', 'ip-location-db city', /^city ipv/, ['city'], unknown),
  row('ip_location_db_country', 'ip-location-db country', /^country ipv/, ['country'], unknown),
  row('ip_location_db_asn', 'ip-location-db ASN', /^asn ipv/i, ['network'], unknown),
]

function row(
  id: string,
  name: string,
  type: RegExp,
  gives: readonly GeoContent[],
  licence: GeoLicence = commercial,
): SchemaRow {
  return { id, name, type, gives, licence }
}

function residential(id: string, name: string, type: RegExp): SchemaRow {
  return { ...row(id, name, type, ['anonymity']), listsResidentialProxies: true }
}

/** The schema that a file of this type and name has; undefined: none that is known by its name. */
export const schemaOf = (type: string, fileName: string): GeoSchema | undefined =>
  rows.find((row) => row.type.test(type) && (row.file === undefined || row.file.test(fileName)))

/** Characters of a file's own name for its type that go into an id. */
const ID_CHARS_MAX = 40

/** A schema for a type that nobody has named here, whose records all the same have fields that are known. */
export function unnamedSchema(type: string, gives: readonly GeoContent[]): GeoSchema {
  const words = type.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return { id: `other_${words.join('_').slice(0, ID_CHARS_MAX)}`, name: type, gives, licence: unknown }
}
