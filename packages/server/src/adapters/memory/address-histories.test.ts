import type { EpochMs } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../../bench/ingest/random.ts'
import { addressHistoriesContract } from '../../../test/address-histories-contract.ts'
import { aVisit } from '../../../test/visits.ts'
import type { VisitLog } from '../../ports/visit-log.ts'
import { readBack } from '../../velocity/read-back.ts'
import { createMemoryAddressHistories } from './address-histories.ts'

addressHistoriesContract('the memory adapter', async () => createMemoryAddressHistories())

const DAY = 86_400_000
const NOW = (20_000 * DAY + DAY / 2) as EpochMs
const never = new AbortController().signal
const UNKNOWN = { zoneVisits7d: null, zoneMismatches7d: null }

describe('a memory that is full', () => {
  const memoryBytes = 64 * 1024
  const histories = createMemoryAddressHistories(memoryBytes)
  const of = (ip: string, at = 2000) => histories.observe(aVisit({ ip, at }))
  for (let i = 0; i < 2000; i++) {
    histories.add(aVisit({ at: i, ip: `192.0.2.${i}`, visitorId: `v${i}`, zoneFits: false }))
    if (i % 50 === 0) histories.add(aVisit({ at: i, ip: '203.0.113.1', visitorId: `v${i}`, zoneFits: true }))
  }

  it('is not exceeded', () => {
    expect(histories.bytes()).toBeLessThanOrEqual(memoryBytes)
  })

  it('still knows the addresses that are touched again and again', () => {
    expect(of('203.0.113.1')).toEqual({ zoneVisits7d: 40, zoneMismatches7d: 0 })
  })

  it('answers unknown, and never too few, for addresses that it may have dropped', () => {
    expect(of('192.0.2.0')).toEqual(UNKNOWN)
    expect(of('198.51.100.1')).toEqual(UNKNOWN)
    histories.add(aVisit({ at: 2000, ip: '192.0.2.0', zoneFits: true }))
    expect(of('192.0.2.0')).toEqual(UNKNOWN)
  })

  it('knows everything again when the week has passed', () => {
    histories.add(aVisit({ at: 7 * DAY, ip: '192.0.2.0', zoneFits: true }))
    expect(of('192.0.2.0', 7 * DAY)).toEqual({ zoneVisits7d: 1, zoneMismatches7d: 0 })
    expect(of('198.51.100.1', 7 * DAY)).toEqual({ zoneVisits7d: 0, zoneMismatches7d: 0 })
    expect(histories.bytes()).toBeLessThan(1000)
  })
})

/** Visits of so many visitors at so many addresses, over ten days up to now. */
function tenDays() {
  const random = createRandom(6)
  return Array.from({ length: 4000 }, (_, i) =>
    aVisit({
      at: Math.floor(NOW - 10 * DAY + (i / 4000) * 10 * DAY),
      ip: `192.0.2.${random.int(40)}`,
      visitorId: `v${random.int(200)}`,
      zoneFits: random.share() < 0.6,
    }),
  )
}

describe('after a restart', () => {
  const visits = tenDays()
  const logOf = (between: () => void): VisitLog => ({
    readBack: async function* (since, until) {
      const newestFirst = visits.toReversed().filter(({ at }) => at >= since && at < until)
      for (let first = 0; first < newestFirst.length; first += 200) {
        between()
        yield newestFirst.slice(first, first + 200)
      }
    },
  })

  it('knows what it knew before, and says nothing until then', async () => {
    const before = createMemoryAddressHistories()
    for (const visit of visits) before.add(visit)
    const after = createMemoryAddressHistories()
    const said: unknown[] = []
    const end = await readBack(
      after.past,
      logOf(() => said.push(after.observe(aVisit({ at: NOW, ip: '192.0.2.1' })))),
      NOW,
      never,
    )
    expect([end, new Set(said)]).toEqual(['done', new Set([UNKNOWN])])
    for (let i = 0; i < 40; i++) {
      const query = aVisit({ at: NOW, ip: `192.0.2.${i}` })
      expect(after.observe(query)).toEqual(before.observe(query))
      expect(after.observe(query).zoneVisits7d).toBeGreaterThan(20)
    }
  })

  it('counts what came meanwhile, once', async () => {
    const { past, add, observe } = createMemoryAddressHistories()
    let added = 0
    const meanwhile = logOf(() => {
      if (added++ < 3) add(aVisit({ at: NOW, ip: '198.51.100.1', visitorId: `new${added}`, zoneFits: false }))
    })
    await readBack(past, meanwhile, NOW, never)
    expect(observe(aVisit({ at: NOW, ip: '198.51.100.1' }))).toEqual({ zoneVisits7d: 3, zoneMismatches7d: 3 })
  })

  it('keeps the newest where the past does not fit, and says so of the others', async () => {
    const small = createMemoryAddressHistories(8 * 1024)
    const full = createMemoryAddressHistories()
    for (const visit of visits) full.add(visit)
    expect(
      await readBack(
        small.past,
        logOf(() => undefined),
        NOW,
        never,
      ),
    ).toBe('done')
    expect(small.bytes()).toBeLessThanOrEqual(8 * 1024)
    const answers = Array.from({ length: 40 }, (_, i) => aVisit({ at: NOW, ip: `192.0.2.${i}` })).map((query) => {
      const known = small.observe(query)
      return known.zoneVisits7d === null ? 'unknown' : JSON.stringify(known) === JSON.stringify(full.observe(query))
    })
    expect(new Set(answers)).toEqual(new Set(['unknown', true]))
  })
})
