import { type VelocityDimension, type VelocityMetricMeaning, velocityMetrics, velocityWindows } from '@tracio/contract'

/** A rolling window. */
export interface MetricWindow {
  /** As it is shown: `5m`, `24h`. */
  readonly name: string
  readonly ms: number
}

/** What is counted: events, or distinct values, by the value of something, over windows. */
export interface Metric extends VelocityMetricMeaning {
  readonly name: string
  /** The shortest first; never empty. */
  readonly windows: readonly MetricWindow[]
}

/** A metric of the operator's own: distinct `count` by `by` over `window`. */
export interface ExtraMetric {
  readonly count: VelocityDimension
  readonly by: VelocityDimension
  readonly window: MetricWindow
}

const MS_OF = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Reads a window such as `90s`, `5m`, `2h` or `7d`; undefined for anything else. */
export function metricWindow(text: string): MetricWindow | undefined {
  const [, digits, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(text) ?? []
  // The pattern leaves only the letters of the table.
  return digits && unit ? { name: text, ms: Number(digits) * MS_OF[unit as keyof typeof MS_OF] } : undefined
}

const builtIn: readonly Metric[] = Object.entries<VelocityMetricMeaning>(velocityMetrics).map(([name, meaning]) => ({
  name,
  ...meaning,
  windows: velocityWindows.flatMap((window) => metricWindow(window) ?? []),
}))

/**
 * The built-in metrics and the operator's own. One that is built in gains the window; others are called after what they
 * count: `distinctTagByLinkedId`.
 */
export function metricsWith(extras: readonly ExtraMetric[] = []): readonly Metric[] {
  const metrics = new Map(builtIn.map((metric) => [`${metric.count} ${metric.by}`, metric]))
  for (const { count, by, window } of extras) {
    const meaning = `${count} ${by}`
    const metric = metrics.get(meaning) ?? { name: `distinct${capital(count)}By${capital(by)}`, count, by, windows: [] }
    const others = metric.windows.filter(({ name }) => name !== window.name)
    const windows = [...others, window].sort((one, other) => one.ms - other.ms)
    metrics.set(meaning, { ...metric, windows })
  }
  return [...metrics.values()]
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
