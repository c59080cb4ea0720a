import { type ObservedMetric, type VelocityDimension, type VisitorId, velocityWindows } from '@tracio/contract'
import type { CandidateCounts, VelocityFacts } from '@tracio/engine'
import type { VelocityQuery } from '../../../ports/counters.ts'
import { dimensionNumbers, dimensionValue } from './dimension-values.ts'
import { type Asked, type MetricCounter, NEWCOMER } from './metric-counter.ts'
import type { TextPool } from './text-pool.ts'

/** Metrics that are asked together. What is filled in begins as a copy, because objects that grow by name are slow. */
interface Group {
  readonly wanted: readonly MetricCounter[]
  readonly blank: Readonly<Record<string, ObservedMetric>>
}

const group = (wanted: readonly MetricCounter[]): Group => ({
  wanted,
  blank: Object.fromEntries(wanted.map(({ metric }) => [metric.name, 'not_counted'])),
})

/** Asks every metric for one query: once, or once for each who may turn out to be the visitor. */
export function createVisitFacts(
  counters: readonly MetricCounter[],
  dimensions: readonly VelocityDimension[],
  texts: TextPool,
): (scope: number, query: VelocityQuery) => VelocityFacts {
  const isOfVisitor = ({ metric: { by, count } }: MetricCounter): boolean => by === 'visitorId' || count === 'visitorId'
  const ofVisitor = group(counters.filter(isOfVisitor))
  const ofOthers = group(counters.filter((counter) => !isOfVisitor(counter)))

  const windows = ownWindows(counters)
  /** By the numbers of the dimensions. */
  const values: Asked[] = Object.keys(dimensionNumbers).map(() => 0)

  function name(dimension: VelocityDimension, query: VelocityQuery, visitorId: VisitorId | null): void {
    const value = dimensionValue(dimension, query, visitorId)
    const at = dimensionNumbers[dimension]
    values[at] = typeof value === 'string' ? texts.find(at, value) : value
  }

  function ask(scope: number, at: number, { wanted, blank }: Group): Record<string, ObservedMetric> {
    const facts = { ...blank }
    for (const counter of wanted) facts[counter.metric.name] = counter.facts(scope, at, values)
    return facts
  }

  return (scope, query) => {
    const { at, trusted, candidates } = query
    for (const dimension of dimensions) name(dimension, query, null)
    const others = ask(scope, at, ofOthers)
    if (trusted) values[dimensionNumbers.visitorId] = NEWCOMER
    const newcomer = ask(scope, at, ofVisitor)
    const visitors: CandidateCounts[] = []
    for (const visitorId of trusted ? candidates : []) {
      name('visitorId', query, visitorId)
      visitors.push({ visitorId, metrics: ask(scope, at, ofVisitor) })
    }
    return { windows, others, newcomer, visitors }
  }
}

/** The windows of metrics that have others than the built-in ones. */
function ownWindows(counters: readonly MetricCounter[]): Readonly<Record<string, readonly string[]>> {
  const usual = velocityWindows.join()
  const all = counters.map(({ metric }) => [metric.name, metric.windows.map(({ name }) => name)] as const)
  return Object.fromEntries(all.filter(([, names]) => names.join() !== usual))
}
