import type { VelocityDimension } from '@tracio/contract'
import type { Visit } from '../../../ports/counters.ts'
import { CELL_BYTES, type CellPool } from './cell-pool.ts'
import { dimensionValue } from './dimension-values.ts'
import type { Knowledge, MetricCounter } from './metric-counter.ts'
import { bytesOfText, type TextPool } from './text-pool.ts'

/** Counts visits under every metric, within a bound of memory. */
export interface VisitCounts {
  readonly hasRoom: (visit: Visit) => boolean
  /** Drops what was left alone for longest until there is room. */
  readonly makeRoom: (visit: Visit) => void
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

/** So far from the bound nobody has to look how long the texts are: payloads limit each of them to less. */
const TEXTS_BYTES = 64 * 1024

/** Counts in a pool. */
export function createVisitCounts({
  counters,
  dimensions,
  pool,
  texts,
  memoryBytes,
  knowledge,
}: CountingParts): VisitCounts {
  /** A tally and an entry for each metric. */
  const cellsMax = 2 * counters.length
  const numbers: Partial<Record<VelocityDimension, number>> = {}

  const bytes = (): number => pool.used() * CELL_BYTES + texts.bytes()

  function hasRoom(visit: Visit): boolean {
    if (pool.free() < cellsMax) return false
    let needed = cellsMax * CELL_BYTES
    if (bytes() + needed + TEXTS_BYTES <= memoryBytes) return true
    for (const dimension of dimensions) {
      needed += bytesOfText(dimensionValue(dimension, visit, visit.visitorId).text ?? '')
    }
    return bytes() + needed <= memoryBytes
  }

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
    makeRoom(visit) {
      while (!hasRoom(visit)) {
        const counter = stalest()
        if (counter === undefined) return
        counter.evict()
      }
    },
    count(scope, visit) {
      if (!visit.countryAsked) knowledge.countrySince = Math.max(knowledge.countrySince, visit.at)
      for (const dimension of dimensions) {
        const { text } = dimensionValue(dimension, visit, visit.visitorId)
        numbers[dimension] = text === null ? 0 : texts.hold(dimension, text)
      }
      for (const counter of counters) {
        const { by, count } = counter.metric
        const key = numbers[by] ?? 0
        const counted = count === null ? 0 : (numbers[count] ?? 0)
        if (key !== 0 && (count === null || counted !== 0)) counter.add(scope, visit.at, key, counted)
      }
      for (const dimension of dimensions) {
        const number = numbers[dimension] ?? 0
        if (number !== 0) texts.letGo(number)
      }
    },
  }
}
