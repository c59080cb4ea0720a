import { join } from 'node:path'
import type { EpochMs } from '@tracio/contract'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { readOrMakeKeyFile } from './adapters/key-file.ts'
import { createMemoryCounters } from './adapters/memory/counters.ts'
import { createSecretBox } from './adapters/secret-box.ts'
import { startCheckpointer } from './adapters/sqlite/checkpointer.ts'
import { openDatabase } from './adapters/sqlite/database.ts'
import { createSqliteDirectory } from './adapters/sqlite/directory.ts'
import { createSqliteLedger } from './adapters/sqlite/ledger.ts'
import { createSqliteVisitLog } from './adapters/sqlite/visit-log.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { type FirstWorkspace, makeFirstWorkspace } from './first-start.ts'
import { createInTurn } from './in-turn.ts'
import { type Ingest, ingest } from './ingest.ts'
import { createKeyring } from './keyring.ts'
import { createSecretRing } from './session/secret-ring.ts'
import { createSessions } from './session/sessions.ts'
import { type StepTimes, untimed } from './step-times.ts'
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

/** Name of the embedded database in the data folder. */
const DATABASE_FILE = 'tracio.sqlite'

/** What a benchmark puts in to see where the time goes. */
export interface Instruments {
  readonly stepTimes?: StepTimes
  readonly ingest?: Ingest
}

/** How often a closing server lets go of connections that have become idle. */
const SWEEP_MS = 50

/** Builds every dependency and starts to listen. */
export async function startServer(
  config: Config,
  { stepTimes, ...instruments }: Instruments = {},
): Promise<RunningServer> {
  const now = (): EpochMs => Date.now() as EpochMs
  const logger = pino({ level: config.logLevel, base: null })
  const file = join(config.dataDir, DATABASE_FILE)
  const box = createSecretBox(config.secretKey ?? readOrMakeKeyFile(config.dataDir))
  const db = openDatabase({ file, synchronous: config.sqliteSynchronous })
  db.exec('PRAGMA wal_autocheckpoint = 0')
  const checkpointer = startCheckpointer(file, (error) => logger.error({ err: error }, 'a checkpoint failed'))
  const directory = createSqliteDirectory(db, box)
  const ledger = createSqliteLedger(db, {
    report: (error) => logger.error({ err: error }, 'an erasure could not be finished'),
    ...(stepTimes ? { meter: (ms: number) => stepTimes.add('append', ms) } : {}),
  })
  const counters = createMemoryCounters({
    metrics: metricsWith(config.velocityExtra),
    memoryBytes: config.velocityMemoryMb * 1024 * 1024,
  })
  const readingBack = startReadBack(counters.past, createSqliteVisitLog(db, file), now(), logger)
  const first = await makeFirstWorkspace(directory, now())
  const sessions = createSessions(createSecretRing(directory))
  const app = await createApp({
    now,
    directory,
    keyring: createKeyring(directory, now),
    ledger,
    counters,
    sessions,
    ingest: instruments.ingest ?? ingest,
    inTurn: createInTurn(),
    time: stepTimes?.time ?? untimed,
    // What Fastify says of itself at `info` is that it listens, which the command line says better.
    logger: config.logLevel === 'info' ? logger.child({}, { level: 'warn' }) : logger,
    trustProxy: config.trustProxy,
    demo: config.demo,
  })
  const listeningAt = await app.listen({ host: config.host, port: config.port })
  return {
    app,
    url: config.publicUrl ?? listeningAt.replace('127.0.0.1', 'localhost'),
    first,
    close: async () => {
      // A connection that was busy when the close began is kept alive after its answer, and would hold the close up.
      const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS)
      await app.close()
      clearInterval(sweep)
      await readingBack.close()
      await checkpointer.close()
      await ledger.close()
    },
  }
}
