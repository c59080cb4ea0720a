import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The installed package that carries the database of networks. */
export interface AsnPackage {
  readonly ipv4Csv: string
  readonly ipv6Csv: string
  readonly version: string
  /** The day the data was made, as `2026-06-17`; null: the version does not say. */
  readonly builtOn: string | null
}

/** Who collected the data: its licence, CC BY 4.0, wants them named where it is shown. */
export const ASN_SOURCE = 'RouteViews, NRO and DB-IP (ip-location-db, CC BY 4.0)'

/** Finds the package from a module; null: it is not installed. */
export function findAsnPackage(from: string = import.meta.url): AsnPackage | null {
  let manifest: string
  try {
    manifest = createRequire(from).resolve('@ip-location-db/asn/package.json')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null
    throw error
  }
  const { version }: { readonly version: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  const folder = dirname(manifest)
  return {
    ipv4Csv: join(folder, 'asn-ipv4.csv'),
    ipv6Csv: join(folder, 'asn-ipv6.csv'),
    version,
    builtOn: builtOnOf(version),
  }
}

/** Versions end in the day they were made and the serial number of that day: `2.3.2026061719`. */
export function builtOnOf(version: string): string | null {
  const [, year, month, day] = /\.(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d\d$/.exec(version) ?? []
  return year === undefined ? null : `${year}-${month}-${day}`
}
