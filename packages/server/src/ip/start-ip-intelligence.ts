import { join } from 'node:path'
import type { EpochMs } from '@tracio/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { Config } from '../config.ts'
import type { IpIntelligence } from '../ports/ip-intelligence.ts'
import type { AddressDatabases } from './address-databases.ts'
import { readAsClasses, readNotHosting } from './asn/as-classes.ts'
import { createNetworks } from './asn/networks.ts'
import { openAsnTable } from './asn/open-asn-table.ts'
import type { AssembledLists } from './feeds/assemble-lists.ts'
import { feedSettings, operatorListFiles } from './feeds/feed-settings.ts'
import { inspectInThread } from './feeds/inspect-in-thread.ts'
import { type RunningFeeds, startFeeds } from './feeds/start-feeds.ts'
import { createGeo } from './geo/create-geo.ts'
import { geoStatus } from './geo/geo-status.ts'
import { openDatabases } from './geo/open-databases.ts'
import { watchDatabases } from './geo/watch-databases.ts'
import { createIpIntelligence } from './ip-intelligence.ts'
import { compileLists } from './ranges/compile.ts'
import { createRangeSets } from './ranges/range-sets.ts'

/** Everything that looks addresses up, at work. */
export interface RunningIpIntelligence {
  readonly intelligence: IpIntelligence
  readonly feeds: RunningFeeds
  /** As they are at the moment. */
  readonly databases: () => AddressDatabases
  close(): Promise<void>
}

/** X4BNet makes its ranges of datacenters from AS numbers, some of which are schools, banks and access networks. */
const BELIEVED_IN_PART = ['x4bnet_datacenter_v4', 'x4bnet_datacenter_v6']

/**
 * Opens the databases of networks and places, and begins to keep lists. Throws an `OperatorError` for a database of the
 * operator's own that cannot be used; without the installed ones there is less to say, which is logged.
 */
export async function startIpIntelligence(
  config: Config,
  { now, logger }: { readonly now: () => EpochMs; readonly logger: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'> },
): Promise<RunningIpIntelligence> {
  const outcome = config.networks
    ? await openAsnTable(join(config.dataDir, 'ip', 'networks.table'))
    : { missing: 'TRACIO_NETWORKS is off.', isOff: true }
  if ('missing' in outcome && config.networks) logger.warn({ reason: outcome.missing }, 'networks are not known')
  const networks = createNetworks(outcome, readAsClasses())
  const exceptions = BELIEVED_IN_PART.map((feed) => ({ feed, ranges: networks.rangesOf(readNotHosting()) }))
  const compile = ({ lists, exceptions: others }: AssembledLists) => compileLists(lists, [...exceptions, ...others])
  const databases = await openDatabases(config, {
    report: (message: string) => logger.warn({}, message),
  })
  const watching = watchDatabases(databases)
  const ranges = createRangeSets()
  const feeds = startFeeds({
    ...{ dataDir: config.dataDir, settings: feedSettings(config), lists: operatorListFiles(config) },
    ...{ inspect: inspectInThread, compile, replace: ranges.replace },
    ...{ now, random: Math.random, report: (level, message, fields) => logger[level](fields, message) },
  })
  return {
    intelligence: createIpIntelligence({ ranges, networks, geo: createGeo(databases), feeds }),
    feeds,
    databases: () => ({ networks: networks.source, places: geoStatus(databases, now()) }),
    close: async () => {
      await feeds.close()
      await watching.close()
    },
  }
}
