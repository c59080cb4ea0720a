import type { EpochMs } from '@tracio/contract'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { createMemoryAddressHistories } from '../src/adapters/memory/address-histories.ts'
import { createMemoryCounters } from '../src/adapters/memory/counters.ts'
import { createMemoryDirectory } from '../src/adapters/memory/directory.ts'
import { createMemoryEventSearch } from '../src/adapters/memory/event-search.ts'
import { createMemoryIpIntelligence } from '../src/adapters/memory/ip-intelligence.ts'
import { createMemoryLedger } from '../src/adapters/memory/ledger.ts'
import { createMemoryStore } from '../src/adapters/memory/store.ts'
import { type AppDeps, createApp } from '../src/app.ts'
import { type FirstWorkspace, makeFirstWorkspace } from '../src/first-start.ts'
import { createInTurn } from '../src/in-turn.ts'
import { ingest } from '../src/ingest.ts'
import { createKeyring } from '../src/keyring.ts'
import { createLogger } from '../src/logger.ts'
import type { Metrics } from '../src/metrics/metrics.ts'
import type { Directory } from '../src/ports/directory.ts'
import type { Ledger } from '../src/ports/ledger.ts'
import { createSecretRing } from '../src/session/secret-ring.ts'
import { createSessions } from '../src/session/sessions.ts'
import { untimed } from '../src/step-times.ts'
import { defaultPaths } from '../src/web-paths.ts'
import { calmOperation } from './calm-operation.ts'
import { aPayload, CHROME_USER_AGENT, type SessionAnswer, seal } from './payloads.ts'

/** A real HTTP server on the memory adapters with a clock that tests move. */
export interface RunningApp {
  readonly app: FastifyInstance
  readonly url: string
  readonly first: FirstWorkspace
  readonly directory: Directory
  readonly ledger: Ledger
  readonly clock: { at: number }
  readonly metrics: Metrics
  /** What was logged, as objects. */
  readonly logged: Record<string, unknown>[]
  session(headers?: Record<string, string>, key?: string): Promise<SessionAnswer>
  post(body: Buffer<ArrayBuffer> | string, headers?: Record<string, string>): Promise<Response>
  /** A whole visit: session, sealed payload, answer. */
  visit(payload?: unknown, headers?: Record<string, string>, key?: string): Promise<Visit>
  /** A request of the operator's backend. */
  api(path: string, init?: RequestInit): Promise<Response>
}

/** What came of a visit. */
export interface Visit {
  readonly status: number
  readonly body: Record<string, unknown> & { readonly visitorId: string; readonly requestId: string }
  /** `name=value` of the cookie that was set; empty: none. */
  readonly cookie: string
}

/** 2024-03-14T16:00:00Z: any moment would do. */
export const START = 1_710_432_000_000

/** A store of a test's own: directory and ledger belong together. */
interface Store {
  readonly directory: Directory
  readonly ledger: Ledger
}

/** Starts the server on a free port of the loopback, or of another address. */
export async function runApp(part: Partial<AppDeps> = {}, host = '127.0.0.1', store?: Store): Promise<RunningApp> {
  const clock = { at: START }
  const logged: Record<string, unknown>[] = []
  const logger: FastifyBaseLogger = createLogger('info', { write: (line) => void logged.push(JSON.parse(line)) })
  const now = (): EpochMs => clock.at as EpochMs
  const directory = store?.directory ?? createMemoryDirectory()
  const first = await makeFirstWorkspace(directory, now())
  if (!first) throw new Error('A new directory has a workspace already.')
  const events = createMemoryStore()
  const ledger = store?.ledger ?? createMemoryLedger(directory, events)
  const operation = calmOperation()
  const app = await createApp({
    now,
    directory,
    keyring: createKeyring(directory, now),
    ledger,
    search: createMemoryEventSearch(events),
    counters: createMemoryCounters({ memoryBytes: 1024 * 1024 }),
    histories: createMemoryAddressHistories(),
    intelligence: createMemoryIpIntelligence(),
    sessions: createSessions(createSecretRing(directory)),
    ingest,
    inTurn: createInTurn(),
    feeds: { statuses: () => [], listStatuses: () => [] },
    databases: () => ({ networks: { missing: 'None.' }, places: { level: 'none', databases: [], credits: [] } }),
    time: untimed,
    logger,
    trustProxy: [],
    demo: false,
    ...operation,
    regions: {},
    paths: defaultPaths,
    ...part,
  })
  const url = (await app.listen({ host, port: 0 })).replace(/127\.0\.0\.1|\[::1?\]/, 'localhost')
  const session: RunningApp['session'] = async (headers = {}, key = first.publicKey) =>
    // The route's schema says what it answers; a test that gets an error instead fails on its first use.
    (await (await fetch(`${url}/api/session?k=${key}`, { headers })).json()) as SessionAnswer
  const post: RunningApp['post'] = (body, headers = {}) =>
    fetch(`${url}/api/identify`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain', 'user-agent': CHROME_USER_AGENT, ...headers },
    })
  return {
    app,
    url,
    first,
    directory,
    ledger,
    clock,
    metrics: part.metrics ?? operation.metrics,
    logged,
    session,
    post,
    visit: async (payload = aPayload(), headers = {}, key = first.publicKey) =>
      readVisit(await post(seal(await session(headers, key), payload), headers)),
    api: (path, init = {}) =>
      fetch(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${first.apiSecret}`, ...init.headers } }),
  }
}

/** Reads an answer of `/api/identify`. */
export async function readVisit(response: Response): Promise<Visit> {
  const body = (await response.json()) as Visit['body']
  return { status: response.status, body, cookie: response.headers.get('set-cookie')?.split(';', 1)[0] ?? '' }
}
