import type { VelocityDimension } from '@tracio/contract'
import type { Visit } from '../../../ports/counters.ts'
import { type CellPool, PAIR_BYTES } from './cell-pool.ts'
import { dimensionNumbers, dimensionValue } from './dimension-values.ts'
import type { Knowledge, MetricCounter } from './metric-counter.ts'
import { TEXT_BYTES, type TextPool } from './text-pool.ts'

/** Counts visits under every metric, within a bound of memory. */
export interface VisitCounts {
  /** Whether any visit can be counted. */
  readonly hasRoom: () => boolean
  /** Drops what was left alone for longest until there is room. */
  readonly makeRoom: () => void
  /** To be called where there is room. */
  readonly count: (scope: number, visit: Visit) => void
  readonly bytes: () => number
}

/** What counting works with. */
export interface CountingParts {
  readonly counters: readonly MetricCounter[]
  /** What the metrics count and are counted by. */
  readonly dimensions: readonly VelocityDimension[]
  readonly pool: CellPool
  readonly texts: TextPool
  readonly memoryBytes: number
  readonly knowledge: Knowledge
}

/** Counts in a pool. */
export function createVisitCounts({
  counters,
  dimensions,
  pool,
  texts,
  memoryBytes,
  knowledge,
}: CountingParts): VisitCounts {
  /** For each metric a tally with its first entry, or a further entry of one. */
  const pairsMax = counters.length
  const bytesMax = pairsMax * PAIR_BYTES + dimensions.length * TEXT_BYTES
  /** By the numbers of the dimensions. */
  const numbers = Object.keys(dimensionNumbers).map(() => 0)

  const bytes = (): number => pool.usedPairs() * PAIR_BYTES + texts.bytes()
  const hasRoom = (): boolean => pool.freePairs() >= pairsMax && bytes() + bytesMax <= memoryBytes

  /** The metric whose longest untouched key was left alone for longest of all; undefined: nothing is counted. */
  function stalest(): MetricCounter | undefined {
    let found: MetricCounter | undefined
    let at = Number.POSITIVE_INFINITY
    for (const counter of counters) {
      const latest = counter.stalest()
      if (latest >= at) continue
      found = counter
      at = latest
    }
    return found
  }

  return {
    bytes,
    hasRoom,
    makeRoom() {
      while (!hasRoom()) {
        const counter = stalest()
        if (counter === undefined) return
        counter.evict()
      }
    },
    count(scope, visit) {
      if (!visit.countryAsked) knowledge.countrySince = Math.max(knowledge.countrySince, visit.at)
      for (const dimension of dimensions) {
        const value = dimensionValue(dimension, visit, visit.visitorId)
        const at = dimensionNumbers[dimension]
        numbers[at] = typeof value === 'string' ? texts.hold(at, value) : 0
      }
      for (const counter of counters) counter.add(scope, visit.at, numbers)
      for (const number of numbers) if (number !== 0) texts.letGo(number)
    },
  }
}
