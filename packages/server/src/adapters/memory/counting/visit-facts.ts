import { type ObservedMetric, type VelocityDimension, type VisitorId, velocityWindows } from '@tracio/contract'
import type { CandidateCounts, VelocityFacts } from '@tracio/engine'
import type { VelocityQuery } from '../../../ports/counters.ts'
import { dimensionValue } from './dimension-values.ts'
import { type MetricCounter, type Named, NEWCOMER } from './metric-counter.ts'
import type { TextPool } from './text-pool.ts'

type Values = Partial<Record<VelocityDimension, Named>>

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

  function named(dimension: VelocityDimension, query: VelocityQuery, visitorId: VisitorId | null): Named {
    const value = dimensionValue(dimension, query, visitorId)
    return { value, number: value.text === null ? 0 : texts.find(dimension, value.text) }
  }

  function ask(scope: number, at: number, { wanted, blank }: Group, values: Values): Record<string, ObservedMetric> {
    const facts = { ...blank }
    for (const counter of wanted) {
      const { name, by, count } = counter.metric
      const key = values[by]
      if (key) facts[name] = counter.facts(scope, at, key, count === null ? undefined : values[count])
    }
    return facts
  }

  return (scope, query) => {
    const { at, trusted, candidates } = query
    const values: Values = {}
    for (const dimension of dimensions) values[dimension] = named(dimension, query, null)
    const others = ask(scope, at, ofOthers, values)
    if (trusted) values.visitorId = NEWCOMER
    const newcomer = ask(scope, at, ofVisitor, values)
    const visitors: CandidateCounts[] = []
    for (const visitorId of trusted ? candidates : []) {
      values.visitorId = named('visitorId', query, visitorId)
      visitors.push({ visitorId, metrics: ask(scope, at, ofVisitor, values) })
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
