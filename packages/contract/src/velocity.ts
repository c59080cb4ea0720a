/** What visits are counted by, or told apart by. */
export type VelocityDimension = 'visitorId' | 'ip' | 'linkedId' | 'tag' | 'deviceHash' | 'country'

/** The rolling windows of the built-in metrics, the shortest first. API. */
export const velocityWindows = ['5m', '1h', '24h'] as const

/** One of the built-in windows. */
export type VelocityWindow = (typeof velocityWindows)[number]

/** What a metric counts, and whose. */
export interface VelocityMetricMeaning {
  /** The values that are told apart; null: events are counted. */
  readonly count: VelocityDimension | null
  readonly by: VelocityDimension
}

/** The built-in metrics. Names are API: they are never renamed. */
export const velocityMetrics = {
  distinctIp: { count: 'ip', by: 'visitorId' },
  distinctCountry: { count: 'country', by: 'visitorId' },
  events: { count: null, by: 'visitorId' },
  distinctLinkedId: { count: 'linkedId', by: 'visitorId' },
  ipEvents: { count: null, by: 'ip' },
  distinctIpByLinkedId: { count: 'ip', by: 'linkedId' },
  distinctVisitorIdByLinkedId: { count: 'visitorId', by: 'linkedId' },
  distinctVisitorIdByIp: { count: 'visitorId', by: 'ip' },
} as const satisfies Readonly<Record<string, VelocityMetricMeaning>>

/** The name of a built-in metric. */
export type VelocityMetricName = keyof typeof velocityMetrics

// `Object.keys` forgets the key type of the table above.
/** The names of the built-in metrics, in the order in which they are shown. */
export const velocityMetricNames = Object.keys(velocityMetrics) as readonly VelocityMetricName[]

/**
 * Why a count is not known. `reading_back`: the server started not long ago and is still reading what was before.
 * `capped`: more came than is kept. `session_not_trusted`: a replayed or expired session counts for its address alone.
 * `no_linked_id` and the like: the event does not say whose counts to look at, or which value it adds. `not_counted`:
 * nobody looked. `not_shown`: whoever asks may not see it. Codes are API.
 */
export type VelocityGap =
  | 'reading_back'
  | 'capped'
  | 'session_not_trusted'
  | 'no_linked_id'
  | 'no_tag'
  | 'no_device_hash'
  | 'no_country'
  | 'not_counted'
  | 'not_shown'

/** One metric of one event: a count for each window, this event included. */
export interface VelocityMetric {
  /** By window, such as `5m`; null: not known, never a smaller number. */
  readonly intervals: Readonly<Record<string, number | null>>
  /** Why a window is null; absent when none is. */
  readonly unknown?: VelocityGap
  /** How many there were at the least, for those null windows of which that much is known. */
  readonly atLeast?: Readonly<Record<string, number>>
}

/** A count that crossed its threshold. */
export interface VelocitySuspicion {
  /** Reason code of the finding. API: never renamed. */
  readonly code: string
  readonly metric: string
  readonly interval: string
  /** Null: only that the threshold is crossed is known. */
  readonly count: number | null
  /** Suspicious from this count on. */
  readonly threshold: number
}

/**
 * A metric as it is kept with every event, and therefore short: a count for each window, or why there is none, or the
 * whole metric where some windows are known and others not.
 */
export type ObservedMetric = readonly number[] | VelocityGap | VelocityMetric

/** Observed metrics by name, and the windows of those that have others than the built-in three. */
export interface ObservedMetrics {
  readonly windows: Readonly<Record<string, readonly string[]>>
  readonly metrics: Readonly<Record<string, ObservedMetric>>
}

/** How often what is about an event was seen lately. Empty when the event is older than the counters. */
export interface Velocity extends ObservedMetrics {
  readonly suspicious: readonly VelocitySuspicion[]
}

/** An observed metric written out with the names of its windows; undefined: nobody observed it. */
export function wholeMetric({ windows, metrics }: ObservedMetrics, name: string): VelocityMetric | undefined {
  const observed = metrics[name]
  const names = windows[name] ?? velocityWindows
  if (observed === undefined) return
  if (typeof observed === 'string') return unknownMetric(names, observed)
  if ('intervals' in observed) return observed
  return { intervals: Object.fromEntries(names.map((window, index) => [window, observed[index] ?? null])) }
}

/** All observed metrics, written out. */
export function wholeMetrics(observed: ObservedMetrics): Readonly<Record<string, VelocityMetric>> {
  const names = Object.keys(observed.metrics)
  return Object.fromEntries(
    names.flatMap((name) => {
      const metric = wholeMetric(observed, name)
      return metric ? [[name, metric]] : []
    }),
  )
}

/** A metric of which nothing is known, for one reason. */
export const unknownMetric = (windows: readonly string[], unknown: VelocityGap): VelocityMetric => ({
  intervals: Object.fromEntries(windows.map((window) => [window, null])),
  unknown,
})
