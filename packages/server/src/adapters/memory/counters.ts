import type { VisitorId, WorkspaceId } from '@tracio/contract'
import type { VelocityFacts } from '@tracio/engine'
import type { Counters, CountersPast, VelocityQuery, Visit } from '../../ports/counters.ts'
import { type Metric, metricsWith } from '../../velocity/metric.ts'
import { createCellPool, PAIR_BYTES } from './counting/cell-pool.ts'
import { dimensionNumbers } from './counting/dimension-values.ts'
import { createMetricCounter, type Knowledge } from './counting/metric-counter.ts'
import { createTallies } from './counting/tallies.ts'
import { createTextPool } from './counting/text-pool.ts'
import { createVisitCounts } from './counting/visit-counts.ts'
import { createVisitFacts } from './counting/visit-facts.ts'

/** How much is counted, and in how much memory. */
export interface MemoryCountersOptions {
  readonly metrics?: readonly Metric[]
  /** What is kept takes no more; then the keys that were left alone for longest make room. */
  readonly memoryBytes?: number
  /** Events, or values told apart, that one key keeps for one metric. */
  readonly entriesMax?: number
}

/** Counters in memory. They answer at once, and can be filled with what was stored before. */
export interface MemoryCounters extends Counters {
  observe(query: VelocityQuery): VelocityFacts
  add(visit: Visit): void
  forgetVisitor(workspace: WorkspaceId, visitorId: VisitorId): void
  /** Bytes that the counts take, as they are reckoned. */
  bytes(): number
  readonly past: CountersPast
}

const MEMORY_BYTES = 256 * 1024 * 1024

/**
 * An address of a mobile carrier may bring so many events within a day, and a visitor who does is beyond every threshold.
 * It bounds what one key can take: 720 KB for one metric. Chosen by hand, November 2026.
 */
const ENTRIES_MAX = 20_000

/** Exact rolling counts in bounded memory. Nothing survives the process; `past` fills it again. */
export function createMemoryCounters({
  metrics = metricsWith(),
  memoryBytes = MEMORY_BYTES,
  entriesMax = ENTRIES_MAX,
}: MemoryCountersOptions = {}): MemoryCounters {
  const dimensions = [...new Set(metrics.flatMap(({ count, by }) => (count === null ? [by] : [by, count])))]
  const pairs = Math.floor(memoryBytes / PAIR_BYTES)
  const pool = createCellPool(pairs)
  // Each text stands in a cell, or in the visit that is being counted.
  const texts = createTextPool(2 * pairs + dimensions.length)
  const knowledge: Knowledge = {
    since: Number.NEGATIVE_INFINITY,
    gap: 'not_counted',
    countrySince: Number.NEGATIVE_INFINITY,
  }
  const parts = { pool, tallies: createTallies(pool, texts, entriesMax), knowledge }
  const counters = metrics.map((metric, index) => createMetricCounter(metric, index, parts))
  const counts = createVisitCounts({ counters, dimensions, pool, texts, memoryBytes, knowledge })
  const factsOf = createVisitFacts(counters, dimensions, texts)
  const scopeOf = createScopes()
  /** Erased while the past is read, where they may still come up. */
  const erased = new Set<VisitorId>()

  return {
    observe: (query) => factsOf(scopeOf(query.workspaceId, query.environment), query),
    add(visit) {
      counts.makeRoom()
      counts.count(scopeOf(visit.workspaceId, visit.environment), visit)
    },
    forgetVisitor(workspace, visitorId) {
      if (knowledge.gap === 'reading_back') erased.add(visitorId)
      const number = texts.find(dimensionNumbers.visitorId, visitorId)
      if (number === 0) return
      for (const counter of counters) {
        if (counter.metric.by !== 'visitorId') continue
        for (const environment of ['live', 'test'] as const) counter.forget(scopeOf(workspace, environment), number)
      }
      texts.forget(dimensionNumbers.visitorId, visitorId)
    },
    bytes: counts.bytes,
    past: {
      horizonMs: Math.max(...metrics.flatMap(({ windows }) => windows.map(({ ms }) => ms))),
      knownSince(since, gap) {
        knowledge.since = since
        knowledge.gap = gap
        if (gap !== 'reading_back') erased.clear()
      },
      restore(visit) {
        if (!counts.hasRoom()) return false
        const isErased = visit.visitorId !== null && erased.has(visit.visitorId)
        if (!isErased) counts.count(scopeOf(visit.workspaceId, visit.environment), visit)
        return true
      },
    },
  }
}

/** Numbers workspaces from 0 on, live and test apart. */
function createScopes(): (workspace: WorkspaceId, environment: Visit['environment']) => number {
  const numbers = new Map<WorkspaceId, number>()
  return (workspace, environment) => {
    const number = numbers.get(workspace) ?? numbers.size
    numbers.set(workspace, number)
    return 2 * number + (environment === 'live' ? 0 : 1)
  }
}
