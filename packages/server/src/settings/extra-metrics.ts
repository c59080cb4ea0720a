import type { VelocityDimension } from '@tracio/contract'
import { type ExtraMetric, metricWindow } from '../velocity/metric.ts'
import type { Parsed } from './setting.ts'

const DIMENSIONS = [
  'visitorId',
  'ip',
  'linkedId',
  'tag',
  'deviceHash',
  'country',
] as const satisfies VelocityDimension[]

/** Longer windows would fill the memory with what is better asked of the store. Chosen by hand, November 2026. */
const WINDOW_MAX_MS = 7 * 86_400_000

/** Each costs time and memory with every event. Chosen by hand, November 2026. */
const EXTRAS_MAX = 16

const FORM = 'must be a list like "distinct tag by linkedId over 2h, distinct ip by deviceHash over 7d"'

/** The operator's own metrics: `distinct X by Y over Z`, separated by commas. */
export function extraMetrics(text: string): Parsed<readonly ExtraMetric[]> {
  const value: ExtraMetric[] = []
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue
    const metric = extraMetric(part)
    if ('wrong' in metric) return metric
    value.push(metric.value)
  }
  return value.length > EXTRAS_MAX ? { wrong: `must list at most ${EXTRAS_MAX} metrics` } : { value }
}

function extraMetric(text: string): Parsed<ExtraMetric> {
  const [, countName, byName, windowText = ''] =
    /^distinct (\S+) by (\S+) over (\S+)$/.exec(text.replace(/\s+/g, ' ')) ?? []
  if (countName === undefined) return { wrong: `${FORM}; it holds "${text}"` }
  const count = DIMENSIONS.find((name) => name === countName)
  const by = DIMENSIONS.find((name) => name === byName)
  if (!count || !by) return { wrong: `can count and be counted by ${DIMENSIONS.join(', ')} only; it holds "${text}"` }
  if (count === by) return { wrong: `must count one thing by another; it holds "${text}"` }
  const window = metricWindow(windowText)
  if (!window || window.ms > WINDOW_MAX_MS) {
    return { wrong: `must have windows such as 90s, 5m, 2h or 7d, of 7 days at the most; it holds "${text}"` }
  }
  return { value: { count, by, window } }
}
