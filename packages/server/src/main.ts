import type { EpochMs } from '@tracio/contract'
import type { FastifyInstance } from 'fastify'
import { readOrMakeKeyFile } from './adapters/key-file.ts'
import { createMemoryAddressHistories } from './adapters/memory/address-histories.ts'
import { createMemoryCounters } from './adapters/memory/counters.ts'
import { createSecretBox } from './adapters/secret-box.ts'
import { startCheckpointer } from './adapters/sqlite/checkpointer.ts'
import { databaseFile, openDatabase } from './adapters/sqlite/database.ts'
import { createSqliteDirectory } from './adapters/sqlite/directory.ts'
import { createSqliteEventSearch } from './adapters/sqlite/event-search.ts'
import { createSqliteLedger } from './adapters/sqlite/ledger.ts'
import { createSqliteVisitLog } from './adapters/sqlite/visit-log.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { type FirstWorkspace, makeFirstWorkspace } from './first-start.ts'
import { createInTurn } from './in-turn.ts'
import { type Ingest, ingest } from './ingest.ts'
import { startIpIntelligence } from './ip/start-ip-intelligence.ts'
import { createKeyring } from './keyring.ts'
import { ledgerWithRoom } from './ledger-with-room.ts'
import { createLogger } from './logger.ts'
import { startRetention } from './retention.ts'
import { createSecretRing } from './session/secret-ring.ts'
import { createSessions } from './session/sessions.ts'
import { shownSettings } from './settings/shown-settings.ts'
import { startOperation } from './start-operation.ts'
import type { StepTimes } from './step-times.ts'
import { timeSteps } from './time-steps.ts'
import { startTurn } from './turn/start-turn.ts'
import { metricsWith } from './velocity/metric.ts'
import { startReadBack } from './velocity/read-back.ts'

/** A server that listens. */
export interface RunningServer {
  readonly app: FastifyInstance
  /** Where it listens. */
  readonly url: string
  /** What the first start made; undefined at every later start. */
  readonly first: FirstWorkspace | undefined
  /** Answers what came in, refuses what comes now, then closes the store: nothing acknowledged is lost. */
  readonly close: () => Promise<void>
}

/** What a benchmark puts in to see where the time goes. */
export interface Instruments {
  readonly stepTimes?: StepTimes
  readonly ingest?: Ingest
}

/** How often a closing server lets go of connections that have become idle. */
const SWEEP_MS = 50

/** A commit that takes longer keeps every visitor of that moment waiting. */
const SLOW_COMMIT_MS = 500

/** Builds every dependency and starts to listen. */
export async function startServer(
  config: Config,
  { stepTimes, ...instruments }: Instruments = {},
): Promise<RunningServer> {
  const now = (): EpochMs => Date.now() as EpochMs
  const logger = createLogger(config.logLevel)
  logger.info({ settings: shownSettings(config), node: process.version }, 'starting')
  const file = databaseFile(config.dataDir)
  const key = config.secretKey ?? readOrMakeKeyFile(config.dataDir)
  const box = createSecretBox(key)
  const db = openDatabase({
    file,
    synchronous: config.sqliteSynchronous,
    migrated: (from, to) => logger.info({ from, to }, 'the schema was brought up to date'),
  })
  db.exec('PRAGMA wal_autocheckpoint = 0')
  const checkpointer = startCheckpointer(file, (error) => logger.error({ err: error }, 'a checkpoint failed'))
  const { intelligence, feeds, databases, ...lookingUp } = await startIpIntelligence(config, { now, logger })
  const feedFigures = { statuses: feeds.statuses, databases, now }
  const { operation, room, ...watching } = await startOperation(config, { file, logger, now, feeds: feedFigures })
  const { metrics } = operation
  const turn = await startTurn(config, { key, now, metrics, logger })
  const directory = createSqliteDirectory(db, box)
  const sqliteLedger = createSqliteLedger(db, {
    report: (error) => logger.error({ err: error }, 'an erasure could not be finished'),
    emptyLog: checkpointer.emptyLog,
    meter: (ms, size) => {
      stepTimes?.add('append', ms)
      metrics.committed(ms, size)
      if (ms > SLOW_COMMIT_MS) logger.info({ ms: Math.round(ms), size }, 'a commit was slow')
    },
  })
  const ledger = ledgerWithRoom(sqliteLedger, room)
  const search = createSqliteEventSearch({
    file,
    limitMs: config.searchTimeoutMs,
    report: (error) => logger.error({ err: error }, 'a search thread has died'),
  })
  const counters = createMemoryCounters({
    metrics: metricsWith(config.velocityExtra),
    memoryBytes: config.velocityMemoryMb * 1024 * 1024,
  })
  const histories = createMemoryAddressHistories()
  const visits = createSqliteVisitLog(db, file)
  const readingBack = [
    startReadBack(counters.past, visits, now(), logger),
    startReadBack(histories.past, visits, now(), logger, 'histories of addresses'),
  ]
  const first = await makeFirstWorkspace(directory, now())
  const sessions = createSessions(createSecretRing(directory))
  const app = await createApp({
    ...operation,
    now,
    directory,
    keyring: createKeyring(directory, now),
    ledger,
    search,
    counters,
    histories,
    intelligence,
    sessions,
    ...turn?.parts,
    ingest: instruments.ingest ?? ingest,
    inTurn: createInTurn(),
    feeds,
    databases,
    time: timeSteps((step, ms) => {
      metrics.step(step, ms)
      stepTimes?.add(step, ms)
    }),
    logger,
    trustProxy: config.trustProxy,
    demo: config.demo,
    regions: config.regions,
    paths: { script: config.scriptPath, api: config.apiPath },
  })
  const retention = startRetention(
    {
      events: config.retentionEventsDays,
      readings: config.retentionReadingsDays,
      observations: config.retentionObservationsDays,
      visitors: config.retentionVisitorsDays,
    },
    { ledger, now, report: (error) => logger.error({ err: error }, 'old events could not be forgotten') },
  )
  const listeningAt = await app.listen({ host: config.host, port: config.port })
  return {
    app,
    url: config.publicUrl ?? listeningAt.replace('127.0.0.1', 'localhost'),
    first,
    close: async () => {
      logger.info('stopping')
      // A connection that was busy when the close began is kept alive after its answer, and would hold the close up.
      const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS)
      await app.close()
      clearInterval(sweep)
      await lookingUp.close()
      await turn?.close()
      await retention.close()
      await watching.close()
      await search.close()
      await Promise.all(readingBack.map((reading) => reading.close()))
      await checkpointer.close()
      await ledger.close()
      logger.info('stopped')
    },
  }
}
