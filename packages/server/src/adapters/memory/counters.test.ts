import type { VisitorId } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../../bench/ingest/random.ts'
import { countersContract } from '../../../test/counters-contract.ts'
import { aWorkspace } from '../../../test/directory-contract.ts'
import { recount } from '../../../test/recount.ts'
import { aQuery, aVisit, metricsOf, randomVisits, type VisitPart, whole } from '../../../test/visits.ts'
import { metricsWith } from '../../velocity/metric.ts'
import { createMemoryCounters, type MemoryCounters } from './counters.ts'

countersContract('memory', async (metrics) => createMemoryCounters({ metrics }))

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ada = 'ada' as VisitorId

const own = (counters: MemoryCounters, part: VisitPart) => metricsOf(whole(counters.observe(aQuery(aVisit(part)))), ada)

describe('a key that has more than is kept', () => {
  const counters = createMemoryCounters({ entriesMax: 100 })
  for (let i = 0; i < 150; i++) counters.add(aVisit({ at: i * 1000, ip: `ip${i}` }))

  it('answers unknown, with the least that there were, for the windows that are touched', () => {
    // The newest that was dropped is of second 49.
    expect(own(counters, { at: 149_000 })?.['events']).toEqual({
      intervals: { '5m': null, '1h': null, '24h': null },
      unknown: 'capped',
      atLeast: { '5m': 101, '1h': 101, '24h': 101 },
    })
    expect(own(counters, { at: 149_000, ip: 'ip149' })?.['distinctIp']).toMatchObject({ atLeast: { '24h': 100 } })
  })

  it('answers again from the moment that what was dropped is out of the window', () => {
    const fiveMinutes = 300_000
    expect(own(counters, { at: 49_000 + fiveMinutes - 1 })?.['events']?.intervals['5m']).toBeNull()
    expect(own(counters, { at: 49_000 + fiveMinutes })?.['events']?.intervals).toEqual({
      '5m': 101,
      '1h': null,
      '24h': null,
    })
    expect(own(counters, { at: 49_000 + DAY })?.['distinctIp']?.intervals['24h']).toBe(101)
  })

  it('says nothing of other keys', () => {
    expect(whole(counters.observe(aQuery(aVisit({ at: 149_000, visitorId: 'bob', ip: 'ip149' }))))).toMatchObject({
      others: { ipEvents: { intervals: { '24h': 2 } } },
      visitors: [{ visitorId: 'bob', metrics: { events: { intervals: { '24h': 1 } } } }],
    })
  })
})

describe('a memory that is full', () => {
  const memoryBytes = 64 * 1024
  const counters = createMemoryCounters({ memoryBytes })
  for (let i = 0; i < 2000; i++) {
    counters.add(aVisit({ at: i * 1000, visitorId: `v${i}`, ip: `ip${i}` }))
    if (i % 50 === 0) counters.add(aVisit({ at: i * 1000, visitorId: 'regular', ip: 'office' }))
  }
  const now = 2_000_000
  const bytes = counters.bytes()

  it('is not exceeded', () => {
    expect(bytes).toBeLessThanOrEqual(memoryBytes)
    expect(bytes).toBeGreaterThan(memoryBytes / 2)
  })

  it('still knows the keys that are touched again and again', () => {
    expect(whole(counters.observe(aQuery(aVisit({ at: now, visitorId: 'regular', ip: 'office' }))))).toMatchObject({
      others: { ipEvents: { intervals: { '24h': 41 } } },
      visitors: [{ visitorId: 'regular', metrics: { events: { intervals: { '24h': 41 } } } }],
    })
  })

  it('answers unknown, and never too few, for keys that it may have dropped', () => {
    expect(own(counters, { at: now })?.['events']).toMatchObject({ unknown: 'capped', intervals: { '24h': null } })
    const { others } = whole(counters.observe(aQuery(aVisit({ at: now, ip: 'ip0' }))))
    expect(others['ipEvents']).toMatchObject({ unknown: 'capped', atLeast: { '24h': 1 } })
  })

  it('knows that a visitor whose id was drawn just now was never here', () => {
    expect(whole(counters.observe(aQuery(aVisit({ at: now })))).newcomer['events']?.intervals['24h']).toBe(1)
  })

  it('knows everything again when a day has passed', () => {
    counters.add(aVisit({ at: now + DAY }))
    expect(own(counters, { at: now + DAY, ip: 'ip0' })?.['events']?.intervals).toEqual({ '5m': 2, '1h': 2, '24h': 2 })
    expect(
      whole(counters.observe(aQuery(aVisit({ at: now + DAY, ip: 'ip0' })))).others['ipEvents']?.intervals['24h'],
    ).toBe(1)
  })
})

it('is never wrong where it answers, however little it may keep', () => {
  const metrics = metricsWith()
  const counters = createMemoryCounters({ metrics, memoryBytes: 24 * 1024, entriesMax: 20 })
  const visits = randomVisits(4000, 2 * DAY, createRandom(7).share)
  let answers = 0
  let unknown = 0
  for (const [number, visit] of visits.entries()) {
    if (number % 10 === 0) {
      const facts = whole(counters.observe(aQuery(visit)))
      const truth = recount(visits.slice(0, number), metrics, aQuery(visit))
      const whose = [
        [facts.others, truth.others],
        [facts.newcomer, truth.newcomer],
        ...facts.visitors.map(({ visitorId, metrics }) => [metrics, metricsOf(truth, visitorId) ?? {}] as const),
      ] as const
      for (const [said, true_] of whose) {
        for (const [name, { intervals, atLeast }] of Object.entries(said)) {
          for (const [window, count] of Object.entries(intervals)) {
            const expected = true_[name]?.intervals[window] ?? null
            if (count === null && expected !== null) unknown += 1
            else answers += 1
            expect(count ?? expected).toBe(expected)
            expect(atLeast?.[window] ?? 0).toBeLessThanOrEqual(expected ?? 0)
          }
        }
      }
    }
    counters.add(visit)
  }
  expect([answers > 5000, unknown > 1000]).toEqual([true, true])
})

it.each([
  ['a visitor alone', 340, () => ({})],
  ['with an account and a country', 650, (i: number) => ({ linkedId: `account-${i}`, country: 'DE' })],
])('takes what the manual says: for somebody new, %s, %d bytes, for somebody known 72', (_who, bytes, more) => {
  const counters = createMemoryCounters()
  const visits = Array.from({ length: 1000 }, (_, i) =>
    aVisit({ at: i, visitorId: `visitor${String(i).padStart(9, '0')}`, ip: `203.0.113.${i}`, ...more(i) }),
  )
  for (const visit of visits) counters.add(visit)
  const fresh = counters.bytes()
  expect(Math.round(fresh / visits.length / 10) * 10).toBe(bytes)
  for (const visit of visits) counters.add(visit)
  expect((counters.bytes() - fresh) / visits.length).toBe(72)
})

it('lets go of what is too old, a little with every visit', () => {
  const counters = createMemoryCounters()
  for (let i = 0; i < 2000; i++) counters.add(aVisit({ at: i, visitorId: `v${i}`, ip: `ip${i}` }))
  const full = counters.bytes()
  for (let i = 0; i < 2000; i++) counters.add(aVisit({ at: 2 * DAY + i }))
  expect(counters.bytes()).toBeLessThan(full / 3)
})

it('claims nothing about what it threw away when the clock goes back', () => {
  const counters = createMemoryCounters()
  counters.add(aVisit({ at: 0 }))
  counters.add(aVisit({ at: 2 * DAY }))
  expect(own(counters, { at: HOUR })?.['events']).toMatchObject({ intervals: { '24h': null }, unknown: 'capped' })
})

describe('while the past is read', () => {
  it('knows what is younger, and says of the rest that it is being read', () => {
    const counters = createMemoryCounters()
    counters.past.knownSince(DAY, 'reading_back')
    counters.add(aVisit({ at: DAY }))
    expect(own(counters, { at: DAY + HOUR - 1 })?.['events']).toEqual({
      intervals: { '5m': 1, '1h': 2, '24h': null },
      unknown: 'reading_back',
      atLeast: { '24h': 2 },
    })
    expect(own(counters, { at: DAY + HOUR - 2 })?.['events']?.intervals['1h']).toBeNull()
  })

  it('counts nothing of a visitor who is erased meanwhile', () => {
    const counters = createMemoryCounters()
    counters.past.knownSince(DAY, 'reading_back')
    counters.forgetVisitor(aWorkspace, ada)
    expect(counters.past.restore(aVisit())).toBe(true)
    expect(counters.past.restore(aVisit({ visitorId: 'bob' }))).toBe(true)
    counters.past.knownSince(-DAY, 'not_counted')
    const { others, newcomer } = whole(counters.observe(aQuery(aVisit({ at: 1 }))))
    expect(others['ipEvents']?.intervals['24h']).toBe(2)
    expect(newcomer['distinctVisitorIdByIp']?.intervals['24h']).toBe(2)
  })

  it('makes no room for the past at the cost of the present', () => {
    const counters = createMemoryCounters({ memoryBytes: 32 * 1024 })
    counters.add(aVisit({ at: DAY }))
    let restored = 0
    while (counters.past.restore(aVisit({ at: DAY - restored, visitorId: `v${restored}`, ip: `ip${restored}` })))
      restored++
    expect(restored).toBeGreaterThan(20)
    expect(own(counters, { at: DAY })?.['events']?.intervals['24h']).toBe(2)
  })
})
