import { type ObservedMetrics, type VelocitySuspicion, velocityWindows } from '@tracio/contract'
import { type VelocityThreshold, velocityThresholds } from '../tables/velocity-thresholds.ts'

/** A count as far as it is known: null with the number that there were at the least. */
interface Known {
  readonly count: number | null
  readonly atLeast: number
}

const UNKNOWN: Known = { count: null, atLeast: 0 }

/** The count that a threshold looks at. */
export function knownCount(
  { windows, metrics }: ObservedMetrics,
  { metric, interval }: Pick<VelocityThreshold, 'metric' | 'interval'>,
): Known {
  const observed = metrics[metric]
  if (observed === undefined || typeof observed === 'string') return UNKNOWN
  if ('intervals' in observed) {
    const count = observed.intervals[interval] ?? null
    return { count, atLeast: count ?? observed.atLeast?.[interval] ?? 0 }
  }
  const names: readonly string[] = windows[metric] ?? velocityWindows
  const count = observed[names.indexOf(interval)]
  return count === undefined ? UNKNOWN : { count, atLeast: count }
}

/** The thresholds that the counts have crossed, in the order of the table. */
export const velocitySuspicions = (observed: ObservedMetrics): readonly VelocitySuspicion[] =>
  velocityThresholds.flatMap(({ reason, metric, interval, from }) => {
    const { count, atLeast } = knownCount(observed, { metric, interval })
    return atLeast < from ? [] : [{ code: reason, metric, interval, count, threshold: from }]
  })
