import type { AddressDatabases } from '../ip/address-databases.ts'
import type { GeoDatabaseStatus } from '../ip/geo/geo-status.ts'
import { showTime } from './show.ts'
import { table } from './table.ts'

/** Databases of networks and places as a table for people, with those below it whom their licences want named. */
export function databaseText({ networks, places }: AddressDatabases): string {
  const rows = [networkRow(networks), ...(places.databases.length === 0 ? [noPlaces] : places.databases.map(placeRow))]
  const credits = [
    ...places.credits.map(({ text, url }) => (text.includes(url) ? text : `${text} (${url})`)),
    ...('missing' in networks ? [] : [`Networks by ${networks.name}`]),
  ]
  const below = credits.length === 0 ? '' : `\n${credits.join('\n')}\n`
  return `${table(['database', 'file', 'gives', 'built', 'age', 'licence', 'problem'], rows)}${below}`
}

const networkRow = (networks: AddressDatabases['networks']): readonly (string | null)[] =>
  'missing' in networks
    ? ['networks', null, null, null, null, null, networks.missing]
    : ['networks', '@ip-location-db/asn', 'network', networks.builtOn, null, 'CC-BY-4.0', null]

const noPlaces = ['places', null, null, null, null, null, 'no database: addresses are not placed']

const placeRow = (one: GeoDatabaseStatus): readonly (string | null)[] => [
  one.name,
  one.file,
  one.gives.join(', '),
  showTime(one.builtAt)?.slice(0, 10) ?? null,
  `${one.ageDays} d`,
  one.licence,
  one.problem ?? one.old,
]

/** The same for programs. */
export const databaseData = ({ networks, places }: AddressDatabases): object => ({
  networks: { name: null, builtOn: null, version: null, missing: null, ...networks },
  places: {
    ...places,
    databases: places.databases.map((database) => ({ ...database, builtAt: showTime(database.builtAt) })),
  },
})
