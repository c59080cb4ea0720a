import { createMemoryCounters } from '../../packages/server/src/adapters/memory/counters.ts'
import type { VelocityQuery, Visit } from '../../packages/server/src/ports/counters.ts'
import { metricsWith } from '../../packages/server/src/velocity/metric.ts'
import { recount } from '../../packages/server/test/recount.ts'
import { whole } from '../../packages/server/test/visits.ts'
import { type Comparison, compare } from './compare.ts'

/** What one key keeps here: few enough that the busiest have more. */
const ENTRIES_MAX = 10_000

/** A day, and a minute for visits that are stored out of order. */
const KEPT_MS = 86_400_000 + 60_000

/** Counts all visits and compares every so many answers with a recount of what came before. */
export function judgeAnswers(batches: Iterable<readonly Visit[]>, sampleEvery: number): Comparison {
  const metrics = metricsWith()
  const counters = createMemoryCounters({ metrics, entriesMax: ENTRIES_MAX })
  const result: Comparison = { compared: 0, wrong: 0, unknown: 0 }
  let recent: Visit[] = []
  let number = 0
  for (const batch of batches) {
    for (const visit of batch) {
      number += 1
      if (number % sampleEvery === 0) {
        const query = queryOf(visit)
        const concerning = recent.filter((earlier) => concerns(earlier, visit))
        compare(whole(counters.observe(query)), recount(concerning, metrics, query), result)
      }
      counters.add(visit)
      recent.push(visit)
    }
    const earliest = (batch.at(-1)?.at ?? 0) - KEPT_MS
    recent = recent.filter(({ at }) => at > earliest)
  }
  return result
}

/** The question that comes before a visit. */
export const queryOf = ({ visitorId, ...visit }: Visit): VelocityQuery => ({
  ...visit,
  candidates: visitorId === null ? [] : [visitorId],
})

/** Whether a visit can count for another at all: what shares no key with it never does. */
const concerns = (earlier: Visit, visit: Visit): boolean =>
  earlier.ip === visit.ip ||
  earlier.visitorId === visit.visitorId ||
  (earlier.linkedId !== null && earlier.linkedId === visit.linkedId)
