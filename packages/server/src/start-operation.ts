import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import type { Config } from './config.ts'
import { httpLimits } from './http-limits.ts'
import type { FeedFigures } from './metrics/collect-feeds.ts'
import { createMetrics } from './metrics/metrics.ts'
import { serveMetrics } from './metrics/serve-metrics.ts'
import type { Operation } from './operation.ts'
import { type StorageRoom, watchRoom } from './storage-room.ts'

/** What it watches and tells. */
export interface OperationDeps {
  /** The embedded database; its folder is there already. */
  readonly file: string
  readonly logger: FastifyBaseLogger
  readonly now: () => number
  readonly feeds?: FeedFigures
}

/** What an operator sees, being watched. */
export interface RunningOperation {
  readonly operation: Operation
  readonly room: StorageRoom
  /** Where `/metrics` has a port of its own; undefined: nowhere. */
  readonly metricsUrl: string | undefined
  readonly close: () => Promise<void>
}

const BYTES_PER_MB = 1_000_000

/** Reads the settings that are about operation, begins to watch the disk, and opens the port for metrics. */
export async function startOperation(
  config: Config,
  { file, logger, now, feeds }: OperationDeps,
): Promise<RunningOperation> {
  const { whenFull, metricsToken, metricsHost: host, metricsPort: port } = config
  const room = await watchRoom({
    measure: async () => {
      const { bavail, bsize } = await statfs(dirname(file))
      return bavail * bsize
    },
    reserveBytes: config.diskMinMb * BYTES_PER_MB,
    now,
    report: (message, bad) => logger[bad ? 'error' : 'info']({ whenFull }, message),
  })
  const metrics = createMetrics({
    storage: { file, room },
    process: true,
    ...(feeds === undefined ? {} : { feeds }),
  })
  const server = port === undefined ? undefined : await serveMetrics({ metrics, metricsToken }, { host, port })
  const metricsUrl = server?.listeningOrigin
  if (metricsUrl !== undefined) logger.info({ metricsUrl }, 'metrics are served')
  return {
    operation: {
      metrics,
      // With a port of its own it is not on the main one.
      metricsToken: port === undefined ? metricsToken : undefined,
      httpLimits: { ...httpLimits, connections: config.maxConnections },
      rates: { perAddress: config.ratePerAddress, perKey: config.ratePerKey, perSecret: config.ratePerSecret },
      maxPending: config.maxPending,
      whenFull,
      room,
    },
    room,
    metricsUrl,
    close: async () => {
      room.close()
      await server?.close()
    },
  }
}
