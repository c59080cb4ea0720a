import { type EpochMs, type VelocityMetric, type VisitorId, wholeMetrics } from '@tracio/contract'
import type { VelocityFacts } from '@tracio/engine'
import type { VelocityQuery, Visit } from '../src/ports/counters.ts'
import { aWorkspace, otherWorkspace } from './directory-contract.ts'

/** What a test cares for in a visit. */
export interface VisitPart extends Partial<Omit<Visit, 'at' | 'visitorId'>> {
  readonly at?: number
  readonly visitorId?: string | null
}

/** A visit of Ada, from her usual address, unless said otherwise. */
export const aVisit = ({ at = 0, visitorId = 'ada', ...part }: VisitPart = {}): Visit => ({
  workspaceId: aWorkspace,
  environment: 'live',
  at: at as EpochMs,
  trusted: true,
  visitorId: visitorId as VisitorId | null,
  ip: '192.0.2.1',
  linkedId: null,
  tag: null,
  deviceHash: null,
  country: null,
  countryAsked: true,
  zoneFits: null,
  ...part,
})

/** The question that comes before a visit is stored. */
export const aQuery = (visit: Visit): VelocityQuery => {
  const { visitorId, ...query } = visit
  return { ...query, candidates: visitorId === null ? [] : [visitorId] }
}

/** Visits in which everything meets everything: few of each, so that windows fill; a little out of order, as they come. */
export function randomVisits(count: number, spanMs: number, share: () => number): Visit[] {
  const one = (prefix: string, of: number): string => `${prefix}${Math.floor(share() ** 2 * of)}`
  const seldom = (odds: number, value: () => string): string | null => (share() < odds ? value() : null)
  return Array.from({ length: count }, (_, number) => ({
    workspaceId: share() < 0.8 ? aWorkspace : otherWorkspace,
    environment: share() < 0.9 ? 'live' : 'test',
    at: Math.floor((spanMs * number) / count - share() * 2000) as EpochMs,
    trusted: share() < 0.9,
    visitorId: seldom(0.98, () => one('visitor', 60)) as VisitorId | null,
    ip: one('ip', 80),
    linkedId: seldom(0.5, () => one('account', 30)),
    tag: seldom(0.5, () => one('tag', 6)),
    deviceHash: seldom(0.8, () => one('device', 20)),
    country: seldom(0.7, () => one('country', 9)),
    countryAsked: true,
    zoneFits: null,
  }))
}

type MetricsByName = Readonly<Record<string, VelocityMetric>>

/** Facts written out: every metric with its windows. */
export interface WholeFacts {
  readonly others: MetricsByName
  readonly newcomer: MetricsByName
  readonly visitors: readonly { readonly visitorId: VisitorId; readonly metrics: MetricsByName }[]
}

/** Writes facts out. */
export const whole = ({ windows, others, newcomer, visitors }: VelocityFacts): WholeFacts => ({
  others: wholeMetrics({ windows, metrics: others }),
  newcomer: wholeMetrics({ windows, metrics: newcomer }),
  visitors: visitors.map(({ visitorId, metrics }) => ({ visitorId, metrics: wholeMetrics({ windows, metrics }) })),
})

/** What was counted for a candidate. */
export const metricsOf = (facts: WholeFacts, id: VisitorId): MetricsByName | undefined =>
  facts.visitors.find(({ visitorId }) => visitorId === id)?.metrics
