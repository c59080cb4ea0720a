import type { ObservedMetric, VelocityGap } from '@tracio/contract'
import { DISORDER_MAX_MS } from '../../../ports/counters.ts'
import type { Metric } from '../../../velocity/metric.ts'
import { type CellPool, WORD } from './cell-pool.ts'
import { dimensionNumbers, type NoValue } from './dimension-values.ts'
import type { Tallies } from './tallies.ts'

/** What a query says of one dimension: the number of its text, 0 when no count knows it; or nothing, and why. */
export type Asked = number | NoValue

/** Somebody whom no count can know yet. */
export const NEWCOMER = -1

/** Since when everything is counted, and why what was before is not. */
export interface Knowledge {
  /** Milliseconds since 1970; -Infinity: since ever. */
  since: number
  gap: VelocityGap
  /** The latest visit of which nobody asked the country: what is about countries is known since then. */
  countrySince: number
}

/** One metric of the memory adapter. */
export interface MetricCounter {
  readonly metric: Metric
  /** The counts as they would be with what is asked about added; `asked` by the numbers of the dimensions. */
  facts(scope: number, at: number, asked: readonly Asked[]): ObservedMetric
  /** `numbers` of the texts by those of the dimensions; 0: there is none. */
  add(scope: number, at: number, numbers: readonly number[]): void
  forget(scope: number, key: number): void
  /** The latest moment of the key that was left alone for longest; Infinity when there is none. */
  stalest(): number
  /** Drops the oldest entry of that key. */
  evict(): void
}

/** Entries dropped with every one that is added: more than one, so that what is old does not pile up. */
const TRIM_MAX = 4

/** So few entries may be too old: to look at the oldest is one more wait for memory. */
const TRIM_FROM = 4

/** Stands for the dimension of metrics that count events. */
const EVENTS = -1

/** More than the settings allow. Owners are numbered by it, so that those of one scope stand together. */
const METRICS_MAX = 32

/** Counts one metric, with an index of its own, in the pool. */
export function createMetricCounter(
  metric: Metric,
  index: number,
  { pool, tallies, knowledge }: { readonly pool: CellPool; readonly tallies: Tallies; readonly knowledge: Knowledge },
): MetricCounter {
  const { windows } = metric
  const by = dimensionNumbers[metric.by]
  const count = metric.count === null ? EVENTS : dimensionNumbers[metric.count]
  const names = windows.map(({ name }) => name)
  const lengths = windows.map(({ ms }) => ms)
  const horizonMs = Math.max(...lengths)
  const list = pool.takeHead(0, 0)
  const from = windows.map(() => 0)
  const counts = windows.map(() => 0)
  const ones: readonly number[] = windows.map(() => 1)
  const zeros: readonly number[] = windows.map(() => 0)
  /** Keys that have no tally may have had one until then. */
  let evictedAt = Number.NEGATIVE_INFINITY
  /** Entries that old or older may be gone: they were beyond the longest window. */
  let trimmedAt = Number.NEGATIVE_INFINITY

  const isOfCountries = metric.count === 'country' || metric.by === 'country'
  const countryFloor = (): number => (isOfCountries ? knowledge.countrySince : Number.NEGATIVE_INFINITY)

  const ownerOf = (scope: number): number => -(scope * METRICS_MAX + index) - 1

  /** Whom the counts are of: several who may be the visitor are asked about with the same address and account. */
  let countedTally = -1
  let countedAt = 0

  function countWindows(tally: number, at: number): void {
    if (tally === countedTally && at === countedAt) return
    countedTally = tally
    countedAt = at
    for (let window = 0; window < lengths.length; window++) from[window] = at - (lengths[window] ?? 0)
    if (tally === 0) counts.fill(0)
    else tallies.count(tally, from, counts)
  }

  /** What was counted, and `one` more in those windows that begin after `last`, when that one was seen before. */
  function told(one: number, last: number, floor: number): ObservedMetric {
    const told: number[] = []
    for (let window = 0; window < lengths.length; window++) {
      told.push((counts[window] ?? 0) + (last > (from[window] ?? 0) ? 0 : one))
    }
    // The longest window begins first of all: when it is known, all are.
    const earliest = from[lengths.length - 1] ?? 0
    const isWhole = Math.max(floor, countryFloor()) <= earliest && knowledge.since <= earliest + 1
    return isWhole ? told : inPart(told, floor)
  }

  function inPart(told: readonly number[], floor: number): ObservedMetric {
    const intervals: Record<string, number | null> = {}
    const atLeast: Record<string, number> = {}
    let unknown: VelocityGap = countryFloor() > (from[lengths.length - 1] ?? 0) ? 'not_counted' : knowledge.gap
    for (const [window, name] of names.entries()) {
      const begin = from[window] ?? 0
      const count = told[window] ?? 0
      const isKnown = Math.max(floor, countryFloor()) <= begin && knowledge.since <= begin + 1
      intervals[name] = isKnown ? count : null
      if (!isKnown) atLeast[name] = count
      if (floor > begin) unknown = 'capped'
    }
    return { intervals, unknown, atLeast }
  }

  function dropStale(): void {
    const stale = pool.read(list, WORD.oldest)
    if (stale === 0 || tallies.latest(stale) > trimmedAt) return
    tallies.trim(stale, trimmedAt, TRIM_MAX)
    if (pool.read(stale, WORD.size) === 0) tallies.close(list, stale)
  }

  return {
    metric,
    facts(scope, at, asked) {
      const key = asked[by] ?? 0
      if (typeof key !== 'number') return key.gap
      const counted = count === EVENTS ? 0 : (asked[count] ?? 0)
      if (typeof counted !== 'number' && !counted.addsNothing) return counted.gap
      const one = typeof counted === 'number' ? 1 : 0
      if (key === NEWCOMER) return one === 1 ? ones : zeros
      const tally = key === 0 ? 0 : tallies.find(ownerOf(scope), key)
      countWindows(tally, at)
      const seen = tally !== 0 && typeof counted === 'number' && counted > 0
      const last = seen ? tallies.lastSeen(tally, counted) : Number.NEGATIVE_INFINITY
      return told(one, last, Math.max(trimmedAt, tally === 0 ? evictedAt : pool.time(tally)))
    },
    add(scope, at, numbers) {
      const key = numbers[by] ?? 0
      const counted = count === EVENTS ? 0 : (numbers[count] ?? 0)
      if (key === 0 || (count !== EVENTS && counted === 0)) return
      countedTally = -1
      trimmedAt = Math.max(trimmedAt, at - horizonMs - DISORDER_MAX_MS)
      const owner = ownerOf(scope)
      const tally = tallies.find(owner, key) || tallies.open(list, owner, key, at, evictedAt)
      tallies.see(list, tally, counted, at)
      if (pool.read(tally, WORD.size) > TRIM_FROM) tallies.trim(tally, trimmedAt, TRIM_MAX)
      dropStale()
      dropStale()
    },
    forget(scope, key) {
      countedTally = -1
      const tally = tallies.find(ownerOf(scope), key)
      if (tally !== 0) tallies.close(list, tally)
    },
    stalest() {
      const stale = pool.read(list, WORD.oldest)
      return stale === 0 ? Number.POSITIVE_INFINITY : tallies.latest(stale)
    },
    evict() {
      countedTally = -1
      const stale = pool.read(list, WORD.oldest)
      if (stale === 0) return
      if (pool.read(stale, WORD.size) > 0) tallies.dropOldest(stale)
      if (pool.read(stale, WORD.size) > 0) return
      evictedAt = Math.max(evictedAt, pool.time(stale))
      tallies.close(list, stale)
    },
  }
}
