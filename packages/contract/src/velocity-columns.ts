import type { TracioEvent } from './event.ts'
import type { FlatEvent } from './flat.ts'
import { velocityMetricNames, velocityWindows, wholeMetrics } from './velocity.ts'

/** The columns of built-in metrics, each with what it counts. */
export const velocityColumnNames = velocityMetricNames.flatMap((metric) =>
  velocityWindows.map((window) => ({ metric, window, name: `velocity_${snakeCase(metric)}_${window}` })),
)

/**
 * The counts of an event on one level: `is_velocity_unusual`, and `velocity_distinct_ip_5m` and so on for every built-in
 * metric and window. The operator's own metrics are left out, so that every event has the same fields.
 */
export function velocityColumns({ velocity, findings }: TracioEvent): FlatEvent {
  const told = findings.some(({ detector, outcome }) => detector === 'velocity' && outcome !== 'unknown')
  const metrics = wholeMetrics(velocity)
  const counts = velocityColumnNames.map(({ metric, window, name }) => [
    name,
    metrics[metric]?.intervals[window] ?? null,
  ])
  return { is_velocity_unusual: told ? velocity.suspicious.length > 0 : null, ...Object.fromEntries(counts) }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
