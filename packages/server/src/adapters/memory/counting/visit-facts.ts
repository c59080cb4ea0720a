import type { VelocityDimension, VelocityMetric, VisitorId } from '@tracio/contract'
import type { CandidateCounts, VelocityFacts } from '@tracio/engine'
import type { VelocityQuery } from '../../../ports/counters.ts'
import { dimensionValue } from './dimension-values.ts'
import { type MetricCounter, type Named, NEWCOMER } from './metric-counter.ts'
import type { TextPool } from './text-pool.ts'

type Values = Partial<Record<VelocityDimension, Named>>

/** Asks every metric for one query: once, or once for each who may turn out to be the visitor. */
export function createVisitFacts(
  counters: readonly MetricCounter[],
  dimensions: readonly VelocityDimension[],
  texts: TextPool,
): (scope: number, query: VelocityQuery) => VelocityFacts {
  const isOfVisitor = ({ metric: { by, count } }: MetricCounter): boolean => by === 'visitorId' || count === 'visitorId'
  const ofVisitor = counters.filter(isOfVisitor)
  const ofOthers = counters.filter((counter) => !isOfVisitor(counter))

  function named(dimension: VelocityDimension, query: VelocityQuery, visitorId: VisitorId | null): Named {
    const value = dimensionValue(dimension, query, visitorId)
    return { value, number: value.text === null ? 0 : texts.find(dimension, value.text) }
  }

  function ask(
    scope: number,
    at: number,
    wanted: readonly MetricCounter[],
    values: Values,
  ): Record<string, VelocityMetric> {
    const facts: Record<string, VelocityMetric> = {}
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
    return { others, newcomer, visitors }
  }
}
