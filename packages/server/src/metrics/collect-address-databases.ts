import { Gauge, type Registry } from 'prom-client'
import type { AddressDatabases } from '../ip/address-databases.ts'
import type { FeedFigures } from './collect-feeds.ts'

/** The database of networks under one name: there is never more than one. */
const NETWORKS = 'networks'

/** The age of every database of networks and places, read when somebody asks. */
export function collectAddressDatabases(
  registry: Registry,
  { databases, now }: Required<Pick<FeedFigures, 'databases' | 'now'>>,
): void {
  new Gauge({
    name: 'tracio_address_database_age_seconds',
    help: 'Since the database of networks or places was built.',
    labelNames: ['database'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [database, builtAt] of builtTimes(databases())) this.set({ database }, (now() - builtAt) / 1000)
    },
  })
}

/** Of a database that lies in two files the older one counts. */
function builtTimes({ networks, places }: AddressDatabases): ReadonlyMap<string, number> {
  const built = new Map<string, number>()
  for (const { id, builtAt } of places.databases) built.set(id, Math.min(built.get(id) ?? builtAt, builtAt))
  if ('builtOn' in networks && networks.builtOn !== null) built.set(NETWORKS, Date.parse(networks.builtOn))
  return built
}
