import type { EpochMs, VelocityMetric, VisitorId } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../bench/ingest/random.ts'
import { recount } from '../../test/recount.ts'
import { aQuery, aVisit, metricsOf, randomVisits, whole } from '../../test/visits.ts'
import { createMemoryCounters, type MemoryCounters } from '../adapters/memory/counters.ts'
import { DISORDER_MAX_MS, type Visit } from '../ports/counters.ts'
import type { VisitLog } from '../ports/visit-log.ts'
import { metricsWith } from './metric.ts'
import { readBack, startReadBack } from './read-back.ts'

const HOUR = 3_600_000
const NOW = (48 * HOUR) as EpochMs
const never = new AbortController().signal

/** A log of these pages; before each it waits for `gate`. */
const logOf = (pages: readonly (readonly Visit[])[], gate: () => Promise<void> = async () => undefined): VisitLog => ({
  readBack: async function* () {
    for (const page of pages) {
      await gate()
      yield page
    }
    await gate()
  },
})

const events = (counters: MemoryCounters, at: number): VelocityMetric | undefined =>
  metricsOf(whole(counters.observe(aQuery(aVisit({ at })))), 'ada' as VisitorId)?.['events']

const before = (ms: number): Visit => aVisit({ at: NOW - ms })

it('knows after a restart what was counted before it, and what came meanwhile, once', async () => {
  const visits = randomVisits(3000, NOW + HOUR, createRandom(3).share)
  const newestFirst = visits.filter(({ at }) => at < NOW).toReversed()
  const later = visits.filter(({ at }) => at >= NOW)
  const pages = Array.from({ length: 15 }, (_, page) => newestFirst.slice(page * 200, (page + 1) * 200))
  const metrics = metricsWith()
  const counters = createMemoryCounters({ metrics })
  let added = 0
  const log = logOf(
    pages.filter((page) => page.length > 0),
    async () => {
      for (const visit of later.slice(added, added + 4)) counters.add(visit)
      added += 4
    },
  )
  expect(await readBack(counters.past, log, NOW, never)).toBe('done')
  for (const visit of later.slice(added)) counters.add(visit)
  for (const visit of visits.slice(-50)) {
    const query = { ...aQuery(visit), at: (NOW + HOUR) as EpochMs }
    expect(whole(counters.observe(query))).toEqual(recount(visits, metrics, query))
  }
})

describe('while it reads', () => {
  it('says that it does, and knows the short windows first', async () => {
    const counters = createMemoryCounters()
    const said: unknown[] = []
    const log = logOf([[before(1)], [before(2 * HOUR)], [before(30 * HOUR)]], async () => {
      said.push(events(counters, NOW)?.intervals)
    })
    await readBack(counters.past, log, NOW, never)
    expect(said).toEqual([
      { '5m': null, '1h': null, '24h': null },
      { '5m': null, '1h': null, '24h': null },
      { '5m': 2, '1h': 2, '24h': null },
      { '5m': 2, '1h': 2, '24h': 3 },
    ])
    expect(events(counters, NOW)).toEqual({ intervals: { '5m': 2, '1h': 2, '24h': 3 } })
  })

  it('takes visits for unread whose place in the log their time does not tell', async () => {
    const counters = createMemoryCounters()
    const said: unknown[] = []
    const log = logOf(
      [[before(HOUR + DISORDER_MAX_MS - 2)], [before(HOUR - 5)], [before(HOUR + DISORDER_MAX_MS - 1)]],
      async () => {
        said.push(events(counters, NOW)?.intervals['1h'])
      },
    )
    await readBack(counters.past, log, NOW, never)
    expect(said).toEqual([null, null, null, 2])
  })
})

it('stays unknown beyond what it could read, until the windows have passed', async () => {
  const counters = createMemoryCounters()
  const log: VisitLog = {
    readBack: async function* () {
      yield [before(2 * HOUR)]
      throw new Error('the disk is gone')
    },
  }
  await expect(readBack(counters.past, log, NOW, never)).rejects.toThrow('disk')
  expect(events(counters, NOW)).toMatchObject({ intervals: { '1h': 1, '24h': null }, unknown: 'not_counted' })
  expect(events(counters, NOW + 24 * HOUR)?.intervals).toEqual({ '5m': 1, '1h': 1, '24h': 1 })
})

it('stays unknown beyond what fits', async () => {
  const counters = createMemoryCounters({ memoryBytes: 16 * 1024 })
  const many = Array.from({ length: 500 }, (_, i) =>
    aVisit({ at: NOW - 2 * HOUR - i, ip: `ip${i}`, visitorId: `v${i}` }),
  )
  expect(await readBack(counters.past, logOf([many]), NOW, never)).toBe('full')
  expect(events(counters, NOW)).toMatchObject({ intervals: { '24h': null }, unknown: 'capped' })
})

describe('in the background', () => {
  it('stops when it is told to', async () => {
    const counters = createMemoryCounters()
    const heard: string[] = []
    const logger = { warn: (text: string) => heard.push(text), error: (_: unknown, text: string) => heard.push(text) }
    const endless = logOf(Array.from({ length: 100_000 }, () => [before(1)]))
    await startReadBack(counters.past, endless, NOW, logger).close()
    expect(events(counters, NOW)?.unknown).toBe('reading_back')
    expect(heard).toEqual([])
  })

  it('reports what went wrong, and ends nothing else', async () => {
    const heard: string[] = []
    const logger = { warn: (text: string) => heard.push(text), error: (_: unknown, text: string) => heard.push(text) }
    const broken: VisitLog = {
      readBack: () => {
        throw new Error('no log')
      },
    }
    const { close } = startReadBack(createMemoryCounters().past, broken, NOW, logger)
    await close()
    expect(heard).toEqual(['velocity counts of before the start could not be read'])
  })
})
