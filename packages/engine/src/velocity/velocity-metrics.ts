import { type Identification, unknownMetric, type VelocityMetric, velocityWindows } from '@tracio/contract'
import type { MetricsByName, ObservedMetric, ObservedMetrics, VelocityFacts } from './velocity-facts.ts'

/** The counts that belong to whoever was identified. Nothing was counted for: every count is null and says so. */
export function velocityMetricsOf(
  { windows, others, newcomer, visitors }: VelocityFacts,
  { kind, visitorId }: Pick<Identification, 'kind' | 'visitorId'>,
): MetricsByName {
  const isNewcomer = kind === 'new' || visitorId === null
  const own = isNewcomer ? newcomer : visitors.find((candidate) => candidate.visitorId === visitorId)?.metrics
  return { ...wholeMetrics(own ?? uncounted(newcomer), windows), ...wholeMetrics(others, windows) }
}

/** Writes observed metrics out, with the names of their windows. */
export function wholeMetrics(observed: ObservedMetrics, windows: VelocityFacts['windows']): MetricsByName {
  const whole: Record<string, VelocityMetric> = {}
  for (const [name, metric] of Object.entries(observed))
    whole[name] = wholeMetric(metric, windows[name] ?? velocityWindows)
  return whole
}

function wholeMetric(observed: ObservedMetric, windows: readonly string[]): VelocityMetric {
  if (typeof observed === 'string') return unknownMetric(windows, observed)
  if ('intervals' in observed) return observed
  return { intervals: Object.fromEntries(windows.map((window, index) => [window, observed[index] ?? null])) }
}

/** The same metrics without a count: a replay through another matcher may choose whom nobody counted for. */
const uncounted = (metrics: ObservedMetrics): ObservedMetrics =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, metric]) => [name, typeof metric === 'string' ? metric : 'not_counted']),
  )
