import type { VelocityMetric, VisitorId } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { createRandom } from '../../../bench/ingest/random.ts'
import type { Counters, Visit } from '../src/ports/counters.ts'
import { type Metric, metricsWith, metricWindow } from '../src/velocity/metric.ts'
import { aWorkspace, otherWorkspace } from './directory-contract.ts'
import { recount } from './recount.ts'
import { aQuery, aVisit, metricsOf, randomVisits, type VisitPart, type WholeFacts, whole } from './visits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const ada = 'ada' as VisitorId

/** What every `Counters` promises. `open` gives one that knows everything, which is nothing yet. */
export function countersContract(name: string, open: (metrics: readonly Metric[]) => Promise<Counters>): void {
  describe(`${name} is a Counters`, () => {
    let counters: Counters
    beforeEach(async () => {
      counters = await open(metricsWith())
    })
    const added = async (...visits: readonly Visit[]): Promise<void> => {
      for (const visit of visits) await counters.add(visit)
    }
    const observed = async (part: VisitPart): Promise<WholeFacts> => whole(await counters.observe(aQuery(aVisit(part))))
    const own = async (metric: string, part: VisitPart): Promise<VelocityMetric | undefined> =>
      metricsOf(await observed(part), ada)?.[metric]

    it('counts the present visit, which nobody has added', async () => {
      expect(await own('events', {})).toEqual({ intervals: { '5m': 1, '1h': 1, '24h': 1 } })
      expect(await own('distinctIp', {})).toEqual({ intervals: { '5m': 1, '1h': 1, '24h': 1 } })
      expect(await own('events', {})).toEqual({ intervals: { '5m': 1, '1h': 1, '24h': 1 } })
    })

    it.each([
      ['5m', 5 * MINUTE],
      ['1h', HOUR],
      ['24h', DAY],
    ] as const)('counts within %s until the window’s last millisecond, and no longer', async (window, ms) => {
      await added(aVisit({ at: 1000, ip: '192.0.2.9' }))
      for (const metric of ['events', 'distinctIp']) {
        expect((await own(metric, { at: 1000 + ms - 1 }))?.intervals[window]).toBe(2)
        expect((await own(metric, { at: 1000 + ms }))?.intervals[window]).toBe(1)
      }
    })

    it('counts a value once, by when it was seen last', async () => {
      const visits = [0, 30, 58].map((minutes) => aVisit({ at: minutes * MINUTE, ip: '192.0.2.9' }))
      await added(...visits)
      const at = (minutes: number) => own('distinctIp', { at: minutes * MINUTE })
      expect((await at(62))?.intervals).toEqual({ '5m': 2, '1h': 2, '24h': 2 })
      expect((await at(63))?.intervals).toEqual({ '5m': 1, '1h': 2, '24h': 2 })
      expect((await at(118))?.intervals).toEqual({ '5m': 1, '1h': 1, '24h': 2 })
      expect((await own('events', { at: 62 * MINUTE }))?.intervals).toEqual({ '5m': 2, '1h': 3, '24h': 4 })
    })

    it('does not care in which order visits are added', async () => {
      await added(...[50, 10, 30, 20, 40].map((at) => aVisit({ at, ip: `192.0.2.${at}` })))
      const at = DAY + 25
      expect((await own('events', { at, ip: '192.0.2.50' }))?.intervals['24h']).toBe(4)
      expect((await own('distinctIp', { at, ip: '192.0.2.50' }))?.intervals['24h']).toBe(3)
    })

    it('counts what each metric says, of the visitor, the address and the account', async () => {
      await added(
        aVisit({ linkedId: 'a', country: 'CZ' }),
        aVisit({ linkedId: 'b', country: 'DE', ip: '192.0.2.2' }),
        aVisit({ linkedId: 'a', visitorId: 'bob' }),
        aVisit({ visitorId: 'eve', ip: '192.0.2.3' }),
      )
      const { others, newcomer, visitors } = await observed({ at: 1, linkedId: 'a', country: 'CZ' })
      const hour = (facts: Readonly<Record<string, VelocityMetric>> | undefined) =>
        Object.fromEntries(Object.entries(facts ?? {}).map(([metric, { intervals }]) => [metric, intervals['1h']]))
      expect(hour(others)).toEqual({ ipEvents: 3, distinctIpByLinkedId: 1 })
      expect(hour(visitors[0]?.metrics)).toEqual({
        distinctIp: 2,
        distinctCountry: 2,
        events: 3,
        distinctLinkedId: 2,
        distinctVisitorIdByLinkedId: 2,
        distinctVisitorIdByIp: 2,
      })
      expect(hour(newcomer)).toEqual({
        distinctIp: 1,
        distinctCountry: 1,
        events: 1,
        distinctLinkedId: 1,
        distinctVisitorIdByLinkedId: 3,
        distinctVisitorIdByIp: 3,
      })
    })

    it('says what is missing rather than that there is none', async () => {
      const { others, newcomer } = await observed({})
      expect(others['distinctIpByLinkedId']).toMatchObject({ unknown: 'no_linked_id', intervals: { '1h': null } })
      expect(newcomer['distinctVisitorIdByLinkedId']).toMatchObject({ unknown: 'no_linked_id' })
      expect(newcomer['distinctCountry']).toMatchObject({ unknown: 'no_country', intervals: { '1h': null } })
      expect(newcomer['distinctLinkedId']).toEqual({ intervals: { '5m': 0, '1h': 0, '24h': 0 } })
    })

    it('does not know how many countries there were in a time when nobody asked for them', async () => {
      await added(
        aVisit({ at: 0, country: 'DE' }),
        aVisit({ at: 1, countryAsked: false }),
        aVisit({ at: 2, country: 'CZ' }),
      )
      expect(await own('distinctCountry', { at: 3, country: 'CZ' })).toEqual({
        intervals: { '5m': null, '1h': null, '24h': null },
        unknown: 'not_counted',
        atLeast: { '5m': 2, '1h': 2, '24h': 2 },
      })
      expect(await own('distinctCountry', { at: 1 + 5 * MINUTE, country: 'CZ' })).toMatchObject({
        intervals: { '5m': 1, '1h': null, '24h': null },
      })
      expect((await own('distinctCountry', { at: 1 + DAY, country: 'CZ' }))?.intervals['24h']).toBe(1)
      const { newcomer, visitors } = await observed({ at: 3, country: 'CZ' })
      expect(newcomer['distinctCountry']?.intervals['24h']).toBe(1)
      expect(visitors[0]?.metrics['events']?.intervals['24h']).toBe(4)
    })

    it('leaves a country out that a database did not know', async () => {
      await added(aVisit({ at: 0, country: 'DE' }), aVisit({ at: 1 }))
      expect((await own('distinctCountry', { at: 2, country: 'DE' }))?.intervals['1h']).toBe(1)
    })

    it.each<[string, VisitPart]>([
      ['another workspace', { workspaceId: otherWorkspace }],
      ['the test environment', { environment: 'test' }],
    ])('keeps apart %s', async (_name, elsewhere) => {
      await added(aVisit(), aVisit())
      const { others, visitors } = await observed({ at: 1, ...elsewhere })
      expect(others['ipEvents']?.intervals['1h']).toBe(1)
      expect(visitors[0]?.metrics['events']?.intervals['1h']).toBe(1)
    })

    it('counts a session that is not trusted for its address alone', async () => {
      await added(aVisit({ trusted: false, linkedId: 'a' }), aVisit({ trusted: false, linkedId: 'a', ip: '192.0.2.2' }))
      const { others, visitors } = await observed({ at: 1, linkedId: 'a' })
      expect(others['ipEvents']?.intervals['1h']).toBe(2)
      expect(others['distinctIpByLinkedId']?.intervals['1h']).toBe(1)
      expect(visitors[0]?.metrics['events']?.intervals['1h']).toBe(1)
      expect(visitors[0]?.metrics['distinctVisitorIdByIp']?.intervals['1h']).toBe(1)
      const untrusted = await observed({ at: 1, trusted: false, linkedId: 'a' })
      expect(untrusted.others['ipEvents']?.intervals['1h']).toBe(2)
      expect(untrusted.others['distinctIpByLinkedId']?.unknown).toBe('session_not_trusted')
      expect(untrusted.newcomer['events']?.unknown).toBe('session_not_trusted')
      expect(untrusted.visitors).toEqual([])
    })

    it('forgets an erased visitor, and keeps the counts of its address and account', async () => {
      await added(aVisit({ linkedId: 'a' }), aVisit({ visitorId: 'bob', linkedId: 'a' }))
      await counters.forgetVisitor(aWorkspace, ada)
      const { others, newcomer, visitors } = await observed({ at: 1, linkedId: 'a' })
      expect(visitors[0]?.metrics['events']?.intervals['1h']).toBe(1)
      expect(visitors[0]?.metrics['distinctLinkedId']?.intervals['1h']).toBe(1)
      expect(others['ipEvents']?.intervals['1h']).toBe(3)
      expect(newcomer['distinctVisitorIdByIp']?.intervals['1h']).toBe(3)
      await counters.forgetVisitor(aWorkspace, 'nobody' as VisitorId)
    })

    it('counts what the operator asks for, over the operator’s windows', async () => {
      const window = metricWindow('2h')
      if (!window) throw new Error('2h is a window.')
      counters = await open(metricsWith([{ count: 'tag', by: 'deviceHash', window }]))
      const device = { deviceHash: '11'.repeat(16) }
      await added(
        aVisit({ ...device, tag: 'login' }),
        aVisit({ ...device, tag: 'buy', visitorId: 'bob' }),
        aVisit(device),
      )
      const later = { ...device, tag: 'buy', at: 2 * HOUR - 1 }
      expect((await observed(later)).others['distinctTagByDeviceHash']).toEqual({ intervals: { '2h': 2 } })
      const latest = { ...device, at: 2 * HOUR }
      expect((await observed(latest)).others['distinctTagByDeviceHash']).toEqual({ intervals: { '2h': 0 } })
    })

    it('agrees with a recount of everything, for four thousand random visits over two days', async () => {
      const extras = [
        ['tag', 'linkedId', '90s'],
        ['deviceHash', 'country', '2h'],
        ['ip', 'visitorId', '3h'],
        ['country', 'tag', '2d'],
      ] as const
      const metrics = metricsWith(
        extras.flatMap(([count, by, text]) => {
          const window = metricWindow(text)
          return window ? [{ count, by, window }] : []
        }),
      )
      counters = await open(metrics)
      const random = createRandom(20_261_121)
      const visits = randomVisits(4000, 2 * DAY, random.share)
      for (const [number, visit] of visits.entries()) {
        if (number % 10 === 0) {
          const bob = `visitor${random.int(60)}` as VisitorId
          const query = { ...aQuery(visit), candidates: [...aQuery(visit).candidates, bob] }
          expect(whole(await counters.observe(query))).toEqual(recount(visits.slice(0, number), metrics, query))
        }
        await counters.add(visit)
      }
    })
  })
}
