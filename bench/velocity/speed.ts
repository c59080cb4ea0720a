import { createMemoryCounters } from '../../packages/server/src/adapters/memory/counters.ts'
import type { Visit } from '../../packages/server/src/ports/counters.ts'
import { median } from '../report.ts'
import { queryOf } from './answers.ts'

/** What counting costs. */
export interface Speed {
  /** Microseconds of the thread’s processor time a visit, observed and added: the median of the batches. */
  readonly cpuUs: number
  readonly longestMs: number
  readonly countedBytes: number
  readonly residentBytes: number
  /** Visits that the longest window still reached at the end. */
  readonly windowVisits: number
}

const DAY_MS = 86_400_000

/** Observes and adds all visits with what is the default. Making the visits is not timed. */
export function measureSpeed(batches: Iterable<readonly Visit[]>): Speed {
  const before = process.memoryUsage().rss
  const counters = createMemoryCounters()
  const cpuUs: number[] = []
  const times: number[] = []
  let longestMs = 0
  for (const batch of batches) {
    const pairs = batch.map((visit) => ({ visit, query: queryOf(visit) }))
    const startedAt = process.threadCpuUsage()
    for (const { visit, query } of pairs) {
      const visitAt = performance.now()
      counters.observe(query)
      counters.add(visit)
      longestMs = Math.max(longestMs, performance.now() - visitAt)
    }
    cpuUs.push(process.threadCpuUsage(startedAt).user / batch.length)
    times.push(...batch.map(({ at }) => at))
  }
  const last = times.at(-1) ?? 0
  return {
    cpuUs: median(cpuUs),
    longestMs,
    countedBytes: counters.bytes(),
    residentBytes: process.memoryUsage().rss - before,
    windowVisits: times.filter((at) => at > last - DAY_MS).length,
  }
}
