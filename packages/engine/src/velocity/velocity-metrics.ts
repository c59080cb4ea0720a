import { type Identification, unknownMetric } from '@tracio/contract'
import type { MetricsByName, VelocityFacts } from './velocity-facts.ts'

/** The counts that belong to whoever was identified. Nothing was counted for: every count is null and says so. */
export function velocityMetricsOf(
  { others, newcomer, visitors }: VelocityFacts,
  { kind, visitorId }: Pick<Identification, 'kind' | 'visitorId'>,
): MetricsByName {
  if (kind === 'new' || visitorId === null) return { ...newcomer, ...others }
  const counted = visitors.find((candidate) => candidate.visitorId === visitorId)
  return { ...(counted?.metrics ?? uncounted(newcomer)), ...others }
}

/** The same metrics without a count: a replay through another matcher may choose whom nobody counted for. */
const uncounted = (metrics: MetricsByName): MetricsByName =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, { intervals, unknown }]) => [
      name,
      unknownMetric(Object.keys(intervals), unknown ?? 'not_counted'),
    ]),
  )
