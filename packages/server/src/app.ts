import type { EpochMs } from '@tracio/contract'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import { answerErrors } from './answer-errors.ts'
import type { InTurn } from './in-turn.ts'
import type { Ingest } from './ingest.ts'
import type { Keyring } from './keyring.ts'
import type { Counters } from './ports/counters.ts'
import type { Directory } from './ports/directory.ts'
import type { Ledger } from './ports/ledger.ts'
import { browserRoutes } from './routes/browser.ts'
import { demoRoutes } from './routes/demo.ts'
import { eventRoutes } from './routes/events.ts'
import { visitorRoutes } from './routes/visitors.ts'
import type { Sessions } from './session/sessions.ts'
import type { TimeStep } from './step-times.ts'

/** Everything the routes need; `main.ts` builds it. */
export interface AppDeps {
  readonly now: () => EpochMs
  readonly directory: Directory
  readonly keyring: Keyring
  readonly ledger: Ledger
  readonly counters: Counters
  readonly sessions: Sessions
  readonly ingest: Ingest
  readonly inTurn: InTurn
  readonly time: TimeStep
  readonly logger: FastifyBaseLogger
  readonly trustProxy: readonly string[]
  readonly demo: boolean
}

/** Slow senders are cut off after this time, so that they cannot hold all connections. */
const REQUEST_MAX_MS = 30_000

/**
 * On every answer. JSON is never to be taken for a page; pages of other origins may load the script and read their
 * answers. Our own pages get the whole set from helmet.
 */
const SAFE_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** The HTTP server, not yet listening. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: deps.trustProxy.length === 0 ? false : [...deps.trustProxy],
    requestTimeout: REQUEST_MAX_MS,
    bodyLimit: 16 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 128 },
  })
  answerErrors(app)
  app.addHook('onRequest', async (_request, reply) => {
    // On the raw answer, as helmet does it, so that helmet's stricter and looser ones prevail on our pages.
    for (const [name, value] of Object.entries(SAFE_HEADERS)) reply.raw.setHeader(name, value)
  })
  await app.register(browserRoutes, deps)
  await app.register(eventRoutes, deps)
  await app.register(visitorRoutes, deps)
  if (deps.demo) await app.register(demoRoutes, deps)
  return app
}
