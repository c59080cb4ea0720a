import type { EpochMs, RequestId, TracioEvent, VisitorId } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Answered, EventFilter, EventPage, EventQuery, Position } from '../src/ports/event-search.ts'
import type { LedgerEntry } from '../src/ports/ledger.ts'
import { aWorkspace, otherWorkspace } from './directory-contract.ts'
import { eachStore, type SearchedStore } from './each-store.ts'
import { anEntry, create, KEY, OTHER_KEY, sameAs, update } from './ledger-entries.ts'

const DAY_MS = 86_400_000
const ada = 'ada' as VisitorId

/** What was found. A refusal fails the test that did not wait for one. */
export function found<T>(answer: Answered<T>): T {
  if ('refused' in answer) throw new Error(`The search was refused: ${answer.refused}.`)
  return answer.found
}

/** An entry whose event is changed before it is appended. */
export const changed = (entry: LedgerEntry, part: Partial<TracioEvent>): LedgerEntry => ({
  ...entry,
  event: { ...entry.event, ...part },
})

/** The events of a page, by name. */
export const idsOf = ({ events }: EventPage): RequestId[] => events.map(({ requestId }) => requestId)

/** What every `EventSearch` promises. */
export function eventSearchContract(name: string, open: () => Promise<SearchedStore>): void {
  describe(`${name} is an EventSearch`, () => {
    const store = eachStore(open)
    const page = async (part: Partial<EventQuery> = {}): Promise<EventPage> =>
      found(await store.search.search(aWorkspace, { filter: {}, order: 'newest', limit: 20, ...part }))

    /** All pages of a question, walked through to the end; `between` runs after each page. */
    async function walk(part: Partial<EventQuery>, between?: (seen: number) => Promise<unknown>): Promise<RequestId[]> {
      const seen: RequestId[] = []
      for (let after: Position | undefined; ; ) {
        const { events, next } = await page({ ...part, ...(after ? { after } : {}) })
        seen.push(...events.map(({ requestId }) => requestId))
        if (next === null) return seen
        after = next
        await between?.(seen.length)
      }
    }

    it('gives events whole, by time, newest or oldest first', async () => {
      const first = anEntry('1_a', { at: 10, change: create('ada') })
      await store.ledger.append(first)
      await store.ledger.append(anEntry('1_b', { at: 30, change: create('bob') }))
      await store.ledger.append(anEntry('1_c', { at: 20, change: create('cat') }))
      expect(idsOf(await page())).toEqual(['1_b', '1_c', '1_a'])
      const oldest = await page({ order: 'oldest' })
      expect([idsOf(oldest), oldest.next]).toEqual([['1_a', '1_c', '1_b'], null])
      expect(oldest.events[0]).toEqual(first.event)
    })

    it('pages without repeating or skipping, even within one millisecond', async () => {
      const names = ['a', 'b', 'c', 'd', 'e']
      for (const name of names)
        await store.ledger.append(anEntry(`1_${name}`, { at: name === 'e' ? 2 : 1, change: create(name) }))
      const inOrder = names.map((one) => `1_${one}`)
      for (const limit of [1, 2, 3, 5, 100]) {
        expect(await walk({ order: 'oldest', limit })).toEqual(inOrder)
        expect(await walk({ order: 'newest', limit })).toEqual(inOrder.toReversed())
      }
    })

    it('goes on where it was when events are appended and erased between two pages', async () => {
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
        await store.ledger.append(anEntry(`1_${name}`, { at: 1, change: create(name) }))
      }
      const seen = await walk({ limit: 2 }, async (count) => {
        await store.ledger.append(anEntry(`2_${count}`, { at: 1, change: create(`new${count}`) }))
        // The event that the cursor stands on, and the next one.
        if (count === 2) for (const gone of ['e', 'd']) await store.ledger.eraseVisitor(aWorkspace, gone as VisitorId)
      })
      expect(seen).toEqual(['1_f', '1_e', '1_c', '1_b', '1_a'])
    })

    it('goes on inside a range of time', async () => {
      for (const at of [1, 2, 3, 4, 5, 6])
        await store.ledger.append(anEntry(`1_${at}`, { at, change: create(`v${at}`) }))
      const filter: EventFilter = { from: 2 as EpochMs, to: 6 as EpochMs }
      expect(await walk({ filter, limit: 1 })).toEqual(['1_5', '1_4', '1_3', '1_2'])
      expect(await walk({ filter, limit: 3, order: 'oldest' })).toEqual(['1_2', '1_3', '1_4', '1_5'])
    })

    describe('finds by', () => {
      const plain = { at: 5 as EpochMs }
      const odd = {
        at: 6 as EpochMs,
        ip: '2001:db8::1',
        linkedId: 'user_7',
        tag: 'checkout',
        environment: 'test',
        browser: { name: 'Firefox', version: '140.0' },
        os: { name: 'Linux', version: '' },
        device: 'mobile',
        bot: { result: 'bot', type: 'headless', score: 0.9 },
        score: { suspectScore: 60, riskScore: 61, parts: [] },
        decision: { riskLevel: 'high', action: 'review', monitor: false },
      } as const satisfies Partial<TracioEvent>
      const cases: [string, EventFilter][] = [
        ['the beginning of a time', { from: odd.at }],
        ['a visitor', { visitorId: 'odd' as VisitorId }],
        ['an account', { linkedId: 'user_7' }],
        ['an address', { ip: '2001:db8::1' }],
        ['a tag', { tag: 'checkout' }],
        ['a country', { country: 'CZ' }],
        ['a network', { asn: 64500 }],
        ['a device', { deviceHash: KEY }],
        ['a bot verdict', { botResult: 'bot' }],
        ['a kind of bot', { botType: 'headless' }],
        ['a level of risk', { riskLevel: 'high' }],
        ['a least score at a band', { minRiskScore: 61 }],
        ['a least score inside a band', { minRiskScore: 35 }],
        ['a least score that common levels have', { minRiskScore: 12 }],
        ['a range of scores', { minRiskScore: 61, maxRiskScore: 61 }],
        ['an action', { action: 'review' }],
        ['an environment', { environment: 'test' }],
        ['a browser', { browser: 'Firefox' }],
        ['a system', { os: 'Linux' }],
        ['a class of device', { device: 'mobile' }],
        [
          'everything at once',
          {
            from: odd.at,
            to: (odd.at + 1) as EpochMs,
            visitorId: 'odd' as VisitorId,
            linkedId: odd.linkedId,
            ip: odd.ip,
            tag: odd.tag,
            country: 'CZ',
            asn: 64500,
            deviceHash: KEY,
            botResult: 'bot',
            botType: 'headless',
            riskLevel: 'high',
            minRiskScore: 61,
            maxRiskScore: 61,
            action: 'review',
            session: 'fresh',
            environment: 'test',
            browser: 'Firefox',
            os: 'Linux',
            device: 'mobile',
            matchKinds: ['new'],
          },
        ],
      ]

      beforeEach(async () => {
        const { event } = anEntry('1_odd', { change: create('odd') })
        await store.ledger.append(changed(anEntry('1_plain', { change: create('plain', OTHER_KEY) }), plain))
        const address = { asn: 64500, country: 'CZ', countryAsked: true, zoneFits: true }
        const entry = { ...anEntry('1_odd', { change: create('odd', KEY) }), address }
        await store.ledger.append(
          changed(entry, { ...odd, identification: { ...event.identification, deviceHash: KEY } }),
        )
      })

      it.each(cases)('%s', async (_name, filter) => {
        expect(idsOf(await page({ filter }))).toEqual(['1_odd'])
      })

      it.each<[string, EventFilter]>([
        ['the end of a time', { to: odd.at }],
        ['another verdict', { botResult: 'human' }],
        ['a most score', { maxRiskScore: 60 }],
        ['another level', { riskLevel: 'normal' }],
        ['another action', { action: 'allow' }],
        ['the other environment', { environment: 'live' }],
        ['another browser', { browser: 'Chrome' }],
        ['another class of device', { device: 'desktop' }],
      ])('the others by %s', async (_name, filter) => {
        expect(idsOf(await page({ filter }))).toEqual(['1_plain'])
      })

      it.each<[string, EventFilter]>([
        ['a visitor nobody knows', { visitorId: 'eve' as VisitorId }],
        ['an account nobody has', { linkedId: 'user_8' }],
        ['a device nobody has', { deviceHash: '33'.repeat(16) }],
        ['a time before all', { to: 1 as EpochMs }],
        ['what no event is at once', { tag: 'checkout', browser: 'Chrome' }],
        ['no kind of match at all', { matchKinds: [] }],
        ['text that would be SQL', { tag: "checkout' OR '1'='1" }],
      ])('nothing by %s', async (_name, filter) => {
        expect(await page({ filter })).toEqual({ events: [], next: null })
      })
    })

    it('finds a device’s events of all who have it, and of sessions that identified nobody', async () => {
      const withHash = (entry: LedgerEntry, part: Partial<TracioEvent> = {}): LedgerEntry =>
        changed(entry, { identification: { ...entry.event.identification, deviceHash: KEY }, ...part })
      await store.ledger.append(withHash(anEntry('1_a', { at: 1, change: create('ada', KEY) })))
      await store.ledger.append(withHash(anEntry('1_b', { at: 2, change: create('bob', KEY, null) })))
      await store.ledger.append(
        withHash(anEntry('1_c', { at: 3, change: { kind: 'none' }, visitorId: null }), { session: 'expired' }),
      )
      await store.ledger.append(
        withHash(anEntry('1_d', { at: 4, change: { kind: 'none' }, visitorId: ada }), { session: 'replayed' }),
      )
      await store.ledger.append(withHash(anEntry('1_e', { at: 5, change: update('ada', 1, 'cookie', KEY) })))
      await store.ledger.append(anEntry('1_f', { at: 6, change: update('ada', 2, 'cookie') }))
      const filter: EventFilter = { deviceHash: KEY }
      expect(await walk({ filter, limit: 2 })).toEqual(['1_e', '1_d', '1_c', '1_b', '1_a'])
      expect(await walk({ filter, limit: 1, order: 'oldest' })).toEqual(['1_a', '1_b', '1_c', '1_d', '1_e'])
      expect(idsOf(await page({ filter: { ...filter, session: 'fresh' } }))).toEqual(['1_e', '1_b', '1_a'])
    })

    it('finds by the state of the session and the kind of match', async () => {
      const entry = anEntry('1_b', { at: 2, change: { kind: 'none' }, visitorId: null })
      const { identification } = entry.event
      await store.ledger.append(anEntry('1_a', { at: 1, change: create('ada') }))
      await store.ledger.append(
        changed(entry, { session: 'expired', identification: { ...identification, kind: 'none' } }),
      )
      expect(idsOf(await page({ filter: { session: 'expired' } }))).toEqual(['1_b'])
      expect(idsOf(await page({ filter: { session: 'fresh' } }))).toEqual(['1_a'])
      expect(idsOf(await page({ filter: { matchKinds: ['none'] } }))).toEqual(['1_b'])
      expect(idsOf(await page({ filter: { matchKinds: ['cookie', 'new'] } }))).toEqual(['1_a'])
    })

    it('shows nothing to another workspace', async () => {
      await store.ledger.append(anEntry('1_a', { change: create('ada', KEY) }))
      await store.ledger.append(sameAs(anEntry('1_b', { change: create('bob', KEY) }), otherWorkspace))
      const theirs = await store.search.search(otherWorkspace, { filter: {}, order: 'newest', limit: 20 })
      expect(idsOf(found(theirs))).toEqual(['1_b'])
      for (const filter of [{ visitorId: ada }, { deviceHash: KEY, session: 'fresh' }] as const) {
        const none = await store.search.search(otherWorkspace, { filter, order: 'newest', limit: 20 })
        expect(found(none).events).toEqual([])
      }
      expect(found(await store.search.visitor(otherWorkspace, ada))).toBeUndefined()
      expect(found(await store.search.daily(otherWorkspace, { from: 0, to: 9 }))).toMatchObject([{ events: 1 }])
    })

    it('forgets the events of an erased visitor, and keeps the counts', async () => {
      await store.ledger.append(anEntry('1_a', { change: create('ada') }))
      await store.ledger.append(anEntry('1_b', { change: create('bob') }))
      await store.ledger.eraseVisitor(aWorkspace, ada)
      expect(idsOf(await page())).toEqual(['1_b'])
      expect(found(await store.search.visitor(aWorkspace, ada))).toBeUndefined()
      expect(found(await store.search.daily(aWorkspace, { from: 0, to: 0 }))).toMatchObject([
        { events: 2, newVisitors: 2 },
      ])
    })

    it('sums a visitor up: when, how often, under which accounts, and the last event', async () => {
      const linkedTo = (entry: LedgerEntry, linkedId: string): LedgerEntry => changed(entry, { linkedId })
      await store.ledger.append(linkedTo(anEntry('1_a', { at: 10, change: create('ada') }), 'user_1'))
      await store.ledger.append(linkedTo(anEntry('1_b', { at: 20, change: update('ada', 1, 'cookie') }), 'user_2'))
      const last = linkedTo(anEntry('1_c', { at: 30, change: update('ada', 2, 'cookie') }), 'user_1')
      await store.ledger.append(last)
      const replay = changed(anEntry('1_d', { at: 25, change: { kind: 'none' }, visitorId: ada }), {
        session: 'replayed',
      })
      await store.ledger.append(replay)
      expect(found(await store.search.visitor(aWorkspace, ada))).toEqual({
        visitorId: 'ada',
        firstSeenAt: 10,
        lastSeenAt: 30,
        visits: 3,
        events: 4,
        linkedIds: ['user_1', 'user_2'],
        lastEvent: last.event,
      })
    })

    it('knows no visitor whom nobody has seen', async () => {
      expect(found(await store.search.visitor(aWorkspace, ada))).toBeUndefined()
    })

    it('gives the counts of the days that are asked for, environments apart', async () => {
      await store.ledger.append(anEntry('1_a', { at: DAY_MS, change: create('ada') }))
      await store.ledger.append(
        changed(anEntry('1_b', { change: create('bob') }), { at: DAY_MS as EpochMs, environment: 'test' }),
      )
      await store.ledger.append(anEntry('1_c', { at: 3 * DAY_MS - 1, change: create('cat') }))
      const days = async (from: number, to: number, environment?: 'live'): Promise<unknown> =>
        found(await store.search.daily(aWorkspace, { from, to, ...(environment ? { environment } : {}) })).map(
          (one) => `${one.day} ${one.environment} ${one.events}`,
        )
      expect(await days(0, 9)).toEqual(['1 live 1', '1 test 1', '2 live 1'])
      expect(await days(1, 1, 'live')).toEqual(['1 live 1'])
      expect(await days(3, 9)).toEqual([])
    })
  })
}
