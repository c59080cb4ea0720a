import type { VelocityDimension, VelocityMetric, VisitorId } from '@tracio/contract'
import type { VelocityQuery, Visit } from '../src/ports/counters.ts'
import type { Metric } from '../src/velocity/metric.ts'
import type { WholeFacts } from './visits.ts'

/** Counts everything anew, with nothing clever: what every `Counters` must agree with while it knows everything. */
export function recount(visits: readonly Visit[], metrics: readonly Metric[], query: VelocityQuery): WholeFacts {
  const { candidates, ...rest } = query
  const others: Record<string, VelocityMetric> = {}
  const newcomer: Record<string, VelocityMetric> = {}
  const counted = (query.trusted ? candidates : []).map((visitorId) => ({
    visitorId,
    metrics: {} as Record<string, VelocityMetric>,
  }))
  for (const metric of metrics) {
    if (metric.by !== 'visitorId' && metric.count !== 'visitorId') {
      others[metric.name] = counts(visits, metric, { ...rest, visitorId: null })
      continue
    }
    newcomer[metric.name] = counts(visits, metric, { ...rest, visitorId: 'nobody has this id' as VisitorId })
    for (const one of counted) one.metrics[metric.name] = counts(visits, metric, { ...rest, visitorId: one.visitorId })
  }
  return { others, newcomer, visitors: counted }
}

/** What a count goes by. */
type Present = Omit<VelocityQuery, 'candidates'> & Pick<Visit, 'visitorId'>

const ABSENT: Readonly<Record<VelocityDimension, NonNullable<VelocityMetric['unknown']>>> = {
  visitorId: 'not_counted',
  ip: 'not_counted',
  linkedId: 'no_linked_id',
  tag: 'no_tag',
  deviceHash: 'no_device_hash',
  country: 'no_country',
}

function counts(visits: readonly Visit[], { by, count, windows }: Metric, present: Present): VelocityMetric {
  const gap = (unknown: NonNullable<VelocityMetric['unknown']>): VelocityMetric => ({
    intervals: Object.fromEntries(windows.map(({ name }) => [name, null])),
    unknown,
  })
  const untrusted = (dimension: VelocityDimension): boolean =>
    !present.trusted && dimension !== 'ip' && dimension !== 'country'
  if (untrusted(by)) return gap('session_not_trusted')
  if (said(present, by) === null) return gap(ABSENT[by])
  if (count !== null && untrusted(count)) return gap('session_not_trusted')
  if ((count === 'country' || count === 'deviceHash') && said(present, count) === null) return gap(ABSENT[count])
  const alike = [...visits, present].filter(
    (visit) =>
      visit.workspaceId === present.workspaceId &&
      visit.environment === present.environment &&
      said(visit, by) === said(present, by),
  )
  const intervals = windows.map(({ name, ms }) => {
    const inside = alike.filter(({ at }) => at > present.at - ms)
    if (count === null) return [name, inside.length]
    return [name, new Set(inside.map((visit) => said(visit, count)).filter((value) => value !== null)).size]
  })
  return { intervals: Object.fromEntries(intervals) }
}

const said = (visit: Present, dimension: VelocityDimension): string | null =>
  visit.trusted || dimension === 'ip' || dimension === 'country' ? visit[dimension] : null
