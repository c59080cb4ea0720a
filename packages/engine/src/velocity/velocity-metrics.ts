import type { Identification, ObservedMetrics } from '@tracio/contract'
import type { MetricsByName, VelocityFacts } from './velocity-facts.ts'

/** The counts that belong to whoever was identified. Where nobody counted for that visitor, they say so. */
export function velocityMetricsOf(
  { windows, others, newcomer, visitors }: VelocityFacts,
  { kind, visitorId }: Pick<Identification, 'kind' | 'visitorId'>,
): ObservedMetrics {
  const isNewcomer = kind === 'new' || visitorId === null
  const own = isNewcomer ? newcomer : visitors.find((candidate) => candidate.visitorId === visitorId)?.metrics
  return { windows, metrics: { ...(own ?? uncounted(newcomer)), ...others } }
}

/** The same metrics without a count: a replay through another matcher may choose whom nobody counted for. */
const uncounted = (metrics: MetricsByName): MetricsByName =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, metric]) => [name, typeof metric === 'string' ? metric : 'not_counted']),
  )
