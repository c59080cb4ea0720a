import type { ErrorCode } from '@tracio/contract'
import { Counter, Histogram, Registry } from 'prom-client'
import type { Step } from '../step-times.ts'
import { collectAddressDatabases } from './collect-address-databases.ts'
import { collectFeeds, type FeedFigures } from './collect-feeds.ts'
import { collectProcess } from './collect-process.ts'
import { collectStorage, type StorageFigures } from './collect-storage.ts'

/** What became of a payload; `unstored`: answered, while the store could not be written. */
export type Outcome = 'stored' | 'amended' | 'replayed' | 'expired' | 'retried' | 'unstored' | 'refused'

/** What a rate is counted by. */
export type RateKind = 'address' | 'key' | 'secret'

/** Why a request was turned away unread. */
export type Overload = 'pending' | 'delay'

/** What became of a datagram at the TURN observer; `ignored`: it was none that is answered. */
export type TurnOutcome = 'challenged' | 'refused' | 'seen' | 'limited' | 'ignored'

/** What is counted while the server runs. Labels are of closed sets: never paths, ids, keys or addresses. */
export interface Metrics {
  /** Every payload counts once; `code` says why it was refused. */
  identified(outcome: Outcome, code?: ErrorCode): void
  /** `route` is the pattern; undefined: no route fitted. */
  answered(method: string, route: string | undefined, status: number, ms: number): void
  step(step: Step, ms: number): void
  /** One group commit. */
  committed(ms: number, size: number): void
  sessionIssued(): void
  limited(by: RateKind): void
  overloaded(by: Overload): void
  turn(outcome: TurnOutcome): void
  /** A connection beyond the number that is allowed. */
  connectionDropped(): void
  /** Everything, in Prometheus' text format. */
  text(): Promise<string>
  readonly contentType: string
}

/** What is read when somebody asks. */
export interface MetricsSources {
  readonly storage?: StorageFigures
  /** Processor, memory, garbage collection and event loop of this process. */
  readonly process?: boolean
  readonly feeds?: FeedFigures
}

/** An identification takes half a millisecond of work; a visitor notices a tenth of a second. */
const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
const STEP_SECONDS = [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25]
const COMMIT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5]
const COMMIT_SIZES = [1, 2, 4, 8, 16, 32, 64]

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Counters on a registry of their own, so that two servers in one process do not share them. */
export function createMetrics({ storage, process, feeds }: MetricsSources = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string = never>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name, help, labelNames, registers })
  const histogram = <L extends string = never>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly L[] = [],
  ) => new Histogram({ name, help, buckets, labelNames, registers })

  const events = counter('tracio_events_total', 'Payloads by outcome, the refused ones by error code.', [
    'outcome',
    'code',
  ])
  const requests = counter('tracio_http_requests_total', 'Finished requests.', ['method', 'route', 'status'])
  const durations = histogram(
    'tracio_http_request_seconds',
    'From a request’s headers to its answer.',
    REQUEST_SECONDS,
    ['method', 'route'],
  )
  const steps = histogram('tracio_step_seconds', 'Steps in the life of an event.', STEP_SECONDS, ['step'])
  const commits = histogram('tracio_commit_seconds', 'Group commits of the embedded store.', COMMIT_SECONDS)
  const sizes = histogram('tracio_commit_size', 'Appends that shared a commit.', COMMIT_SIZES)
  const sessions = counter('tracio_sessions_total', 'Sessions issued.')
  const limited = counter('tracio_rate_limited_total', 'Requests beyond a rate.', ['by'])
  const overloaded = counter('tracio_overloaded_total', 'Requests turned away under overload.', ['by'])
  const dropped = counter('tracio_connections_dropped_total', 'Connections beyond the number that is allowed.')
  const turns = counter('tracio_turn_total', 'Datagrams at the TURN observer by what became of them.', ['outcome'])
  if (storage) collectStorage(registry, storage)
  if (process) collectProcess(registry)
  if (feeds) collectFeeds(registry, feeds)
  if (feeds?.databases) collectAddressDatabases(registry, { databases: feeds.databases, now: feeds.now })

  return {
    identified: (outcome, code) => events.inc({ outcome, code: code ?? '' }),
    answered: (method, route, status, ms) => {
      const labels = { method: METHODS.has(method) ? method : 'other', route: route ?? 'none' }
      requests.inc({ ...labels, status })
      durations.observe(labels, ms / 1000)
    },
    step: (step, ms) => steps.observe({ step }, ms / 1000),
    committed: (ms, size) => {
      commits.observe(ms / 1000)
      sizes.observe(size)
    },
    sessionIssued: () => sessions.inc(),
    limited: (by) => limited.inc({ by }),
    overloaded: (by) => overloaded.inc({ by }),
    turn: (outcome) => turns.inc({ outcome }),
    connectionDropped: () => dropped.inc(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
