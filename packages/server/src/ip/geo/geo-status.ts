import type { EpochMs } from '@tracio/contract'
import type { GeoDatabases } from './hold-databases.ts'
import type { GeoLicence } from './licences.ts'
import type { GeoContent } from './schemas.ts'

/** What is known of one database in use. */
export interface GeoDatabaseStatus {
  readonly id: string
  readonly name: string
  /** Without the folders that lead to it. */
  readonly file: string
  /** As the file calls itself. */
  readonly type: string
  readonly builtAt: EpochMs
  readonly ageDays: number
  /** Why it should be renewed; null: it is young enough. */
  readonly old: string | null
  readonly gives: readonly GeoContent[]
  /** SPDX where it has one. */
  readonly licence: string
  readonly credit: GeoLicence['credit']
  /** Why a newer file was not taken; null: there is none. */
  readonly problem: string | null
}

/** What is known of geolocation as a whole. */
export interface GeoStatus {
  /** How fine places are known; `none`: not at all. */
  readonly level: 'city' | 'country' | 'none'
  readonly databases: readonly GeoDatabaseStatus[]
  /** What licences ask to be shown where results are, each once. */
  readonly credits: readonly NonNullable<GeoLicence['credit']>[]
}

const DAY_MS = 86_400_000

/** Says which databases are in use, how old they are, and whom to credit. */
export function geoStatus(
  { current, problemOf }: Pick<GeoDatabases, 'current' | 'problemOf'>,
  now: EpochMs,
): GeoStatus {
  const databases = current().map((database): GeoDatabaseStatus => {
    const { id, name, gives, licence } = database.schema
    const ageDays = Math.max(0, Math.floor((now - database.builtAt) / DAY_MS))
    const { oldAfterDays, oldBecause } = licence
    return {
      id,
      name,
      file: database.fileName,
      type: database.type,
      builtAt: database.builtAt,
      ageDays,
      old: ageDays > oldAfterDays ? `older than ${oldAfterDays} days, and ${oldBecause}` : null,
      gives,
      licence: licence.id,
      credit: licence.credit,
      problem: problemOf(database),
    }
  })
  const gives = (content: GeoContent): boolean => databases.some((database) => database.gives.includes(content))
  const credits = new Map(databases.flatMap(({ credit }) => (credit === null ? [] : [[credit.text, credit] as const])))
  return {
    level: gives('city') ? 'city' : gives('country') ? 'country' : 'none',
    databases,
    credits: [...credits.values()],
  }
}
