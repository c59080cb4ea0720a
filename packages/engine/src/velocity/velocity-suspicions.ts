import type { VelocitySuspicion } from '@tracio/contract'
import { type VelocityThreshold, velocityThresholds } from '../tables/velocity-thresholds.ts'
import type { MetricsByName } from './velocity-facts.ts'

/** A count as far as it is known: null with the number that there were at the least. */
interface Known {
  readonly count: number | null
  readonly atLeast: number
}

/** The count that a threshold looks at. */
export function knownCount(
  metrics: MetricsByName,
  { metric, interval }: Pick<VelocityThreshold, 'metric' | 'interval'>,
): Known {
  const counted = metrics[metric]
  const count = counted?.intervals[interval] ?? null
  return { count, atLeast: count ?? counted?.atLeast?.[interval] ?? 0 }
}

/** The thresholds that the counts have crossed, in the order of the table. */
export const velocitySuspicions = (metrics: MetricsByName): readonly VelocitySuspicion[] =>
  velocityThresholds.flatMap(({ reason, metric, interval, from }) => {
    const { count, atLeast } = knownCount(metrics, { metric, interval })
    return atLeast < from ? [] : [{ code: reason, metric, interval, count, threshold: from }]
  })
