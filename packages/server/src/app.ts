import type { EpochMs } from '@tracio/contract'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController, type RouteOptions } from 'fastify'
import { answerClientErrors } from './answer-client-errors.ts'
import { answerErrors } from './answer-errors.ts'
import { keepHttpLimits, serverOptions } from './http-limits.ts'
import type { InTurn } from './in-turn.ts'
import type { Ingest } from './ingest.ts'
import type { AddressDatabases } from './ip/address-databases.ts'
import type { RunningFeeds } from './ip/feeds/start-feeds.ts'
import type { Keyring } from './keyring.ts'
import { describeApi } from './openapi/describe-api.ts'
import type { Operation } from './operation.ts'
import type { AddressHistories } from './ports/address-histories.ts'
import type { Counters } from './ports/counters.ts'
import type { Directory } from './ports/directory.ts'
import type { EventSearch } from './ports/event-search.ts'
import type { IpIntelligence } from './ports/ip-intelligence.ts'
import type { Ledger } from './ports/ledger.ts'
import type { TurnSightings } from './ports/turn-sightings.ts'
import { createRateLimits } from './rate-limits.ts'
import { requestId } from './request-id.ts'
import { apiRoutes } from './routes/api.ts'
import { browserRoutes } from './routes/browser.ts'
import { demoRoutes } from './routes/demo.ts'
import { manualRoutes } from './routes/manual.ts'
import { metricsRoute } from './routes/metrics.ts'
import type { Sessions } from './session/sessions.ts'
import type { TimeStep } from './step-times.ts'
import { trustedProxies } from './trusted-proxies.ts'
import type { OfferTurn } from './turn/offer-turn.ts'
import { validationMessage } from './validation-message.ts'
import { watchLoad } from './watch-load.ts'
import { watchRequests } from './watch-requests.ts'
import { routedUrl, type WebPaths } from './web-paths.ts'

/** Everything the routes need; `main.ts` builds it. */
export interface AppDeps extends Operation {
  readonly now: () => EpochMs
  readonly directory: Directory
  readonly keyring: Keyring
  readonly ledger: Ledger
  readonly search: EventSearch
  readonly counters: Counters
  readonly histories: AddressHistories
  readonly intelligence: IpIntelligence
  readonly sessions: Sessions
  /** Where an observer runs: how browsers are sent to it, and whom it has seen. */
  readonly offerTurn?: OfferTurn
  readonly sightings?: TurnSightings
  /** See `SightingSource`. */
  readonly sightingDelayMs?: number
  readonly ingest: Ingest
  readonly inTurn: InTurn
  readonly feeds: Pick<RunningFeeds, 'statuses' | 'listStatuses'>
  /** How the databases of networks and places stand. */
  readonly databases: () => AddressDatabases
  readonly time: TimeStep
  readonly logger: FastifyBaseLogger
  readonly trustProxy: readonly string[]
  readonly demo: boolean
  /** Servers by region, for pages to choose from. */
  readonly regions: Readonly<Record<string, string>>
  /** What browsers know the script and the agent's calls by, besides our own names. */
  readonly paths: WebPaths
  /** Hears of every route: whoever keeps a list of them can hold it against these. */
  readonly onRoute?: (route: RouteOptions) => void
}

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

/** What tells how the server fares must answer when nothing else does. */
const UNLIMITED: ReadonlySet<string | undefined> = new Set(['/health', '/api/health', '/metrics'])

/** The HTTP server, not yet listening. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const trusts = trustedProxies(deps.trustProxy)
  const app = fastify({
    ...serverOptions(deps.httpLimits),
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    // For protocol and host. The address comes from `client-address.ts`.
    trustProxy: deps.trustProxy.length === 0 ? false : trusts,
    rewriteUrl: ({ url = '/' }) => routedUrl(url, deps.paths),
    genReqId: (request) => requestId(request, trusts),
    clientErrorHandler: answerClientErrors,
    bodyLimit: 16 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 128 },
    schemaErrorFormatter: validationMessage,
  })
  answerErrors(app)
  watchRequests(app, trusts, deps.metrics)
  app.addHook('onRequest', async (_request, reply) => {
    // On the raw answer, as helmet does it, so that helmet's stricter and looser ones prevail on our pages.
    for (const [name, value] of Object.entries(SAFE_HEADERS)) reply.raw.setHeader(name, value)
  })
  keepHttpLimits(app, deps.httpLimits, deps.metrics)
  const limits = await createRateLimits(app, deps.rates, deps.metrics)
  const load = watchLoad({ ...deps, report: (message) => app.log.warn(message) })
  app.addHook('onClose', async () => load.close())
  app.addHook('onRequest', async (request) => {
    if (!UNLIMITED.has(request.routeOptions.url)) await limits.bySecret(request)
  })
  if (deps.onRoute) app.addHook('onRoute', deps.onRoute)
  await describeApi(app)
  await app.register(browserRoutes, { ...deps, limits, load, trusts })
  await app.register(apiRoutes, deps)
  if (deps.metricsToken !== undefined) await app.register(metricsRoute, deps)
  await app.register(manualRoutes)
  if (deps.demo) await app.register(demoRoutes, deps)
  return app
}
