import { unknownMetric, type VelocityGap, type VelocityMetric } from '@tracio/contract'
import { DISORDER_MAX_MS } from '../../../ports/counters.ts'
import type { Metric } from '../../../velocity/metric.ts'
import { type CellPool, WORD } from './cell-pool.ts'
import type { DimensionValue } from './dimension-values.ts'
import type { Tallies } from './tallies.ts'

/** A value with its number in the pool of texts; 0: no count knows it. */
export interface Named {
  readonly value: DimensionValue
  readonly number: number
}

/** Somebody whom no count can know yet. */
export const NEWCOMER: Named = { value: { text: '' }, number: 0 }

/** Since when everything is counted, and why what was before is not. */
export interface Knowledge {
  /** Milliseconds since 1970; -Infinity: since ever. */
  since: number
  gap: VelocityGap
}

/** One metric of the memory adapter. */
export interface MetricCounter {
  readonly metric: Metric
  /** The counts of a key, as they would be with this value, or one more event, added. */
  facts(scope: number, at: number, key: Named, counted: Named | undefined): VelocityMetric
  /** `counted` is 0 where events are counted. */
  add(scope: number, at: number, key: number, counted: number): void
  forget(scope: number, key: number): void
  /** The latest moment of the key that was left alone for longest; Infinity when there is none. */
  stalest(): number
  /** Drops the oldest entry of that key. */
  evict(): void
}

/** Entries dropped with every one that is added: more than one, so that what is old does not pile up. */
const TRIM_MAX = 4

/** Counts one of so many metrics in the pool. */
export function createMetricCounter(
  metric: Metric,
  { index, metrics }: { readonly index: number; readonly metrics: number },
  { pool, tallies, knowledge }: { readonly pool: CellPool; readonly tallies: Tallies; readonly knowledge: Knowledge },
): MetricCounter {
  const { windows } = metric
  const names = windows.map(({ name }) => name)
  const horizonMs = Math.max(...windows.map(({ ms }) => ms))
  const list = pool.take(0, 0)
  const gaps = new Map<VelocityGap, VelocityMetric>()
  const from = windows.map(() => 0)
  const counts = windows.map(() => 0)
  /** Keys that have no tally may have had one until then. */
  let evictedAt = Number.NEGATIVE_INFINITY
  /** Entries that old or older may be gone: they were beyond the longest window. */
  let trimmedAt = Number.NEGATIVE_INFINITY

  const ownerOf = (scope: number): number => -(scope * metrics + index) - 1

  function nothing(gap: VelocityGap): VelocityMetric {
    const known = gaps.get(gap) ?? unknownMetric(names, gap)
    gaps.set(gap, known)
    return known
  }

  /** Whom the counts are of: several who may be the visitor are asked about with the same address and account. */
  let countedTally = -1
  let countedAt = 0

  function countWindows(tally: number, at: number): void {
    if (tally === countedTally && at === countedAt) return
    countedTally = tally
    countedAt = at
    for (const [window, { ms }] of windows.entries()) from[window] = at - ms
    if (tally === 0) counts.fill(0)
    else tallies.count(tally, from, counts)
  }

  /** What was counted, and `one` more in those windows that begin after `last`, when that one was seen before. */
  function told(one: number, last: number, floor: number, since: number): VelocityMetric {
    const intervals: Record<string, number | null> = {}
    let atLeast: Record<string, number> | undefined
    let unknown: VelocityGap | undefined
    for (const [window, name] of names.entries()) {
      const begin = from[window] ?? 0
      const count = (counts[window] ?? 0) + (last > begin ? 0 : one)
      const isKnown = floor <= begin && since <= begin + 1
      intervals[name] = isKnown ? count : null
      if (isKnown) continue
      unknown ??= floor > begin ? 'capped' : knowledge.gap
      atLeast ??= {}
      atLeast[name] = count
    }
    return unknown && atLeast ? { intervals, unknown, atLeast } : { intervals }
  }

  function dropStale(): void {
    const stale = pool.read(list, WORD.oldest)
    if (stale === 0 || tallies.latest(stale) > trimmedAt) return
    tallies.trim(stale, trimmedAt, TRIM_MAX)
    if (pool.read(stale, WORD.size) === 0) tallies.close(list, stale)
  }

  return {
    metric,
    facts(scope, at, key, counted) {
      if (key.value.text === null) return nothing(key.value.gap)
      if (counted?.value.text === null && !counted.value.addsNothing) return nothing(counted.value.gap)
      const tally = key.number === 0 ? 0 : tallies.find(ownerOf(scope), key.number)
      countWindows(tally, at)
      const one = counted?.value.text === null ? 0 : 1
      const seen = tally !== 0 && counted !== undefined && counted.number !== 0
      const last = seen ? tallies.lastSeen(tally, counted.number) : Number.NEGATIVE_INFINITY
      if (key === NEWCOMER) return told(one, last, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY)
      const floor = Math.max(trimmedAt, tally === 0 ? evictedAt : pool.time(tally))
      return told(one, last, floor, knowledge.since)
    },
    add(scope, at, key, counted) {
      countedTally = -1
      trimmedAt = Math.max(trimmedAt, at - horizonMs - DISORDER_MAX_MS)
      const owner = ownerOf(scope)
      const tally = tallies.find(owner, key) || tallies.open(list, owner, key, at, evictedAt)
      tallies.see(list, tally, counted, at)
      tallies.trim(tally, trimmedAt, TRIM_MAX)
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
