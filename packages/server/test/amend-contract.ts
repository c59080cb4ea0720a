import type { EpochMs, RequestId, TracioEvent, VisitorId } from '@tracio/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Amendment, LateBody, Ledger } from '../src/ports/ledger.ts'
import { aWorkspace, otherWorkspace } from './directory-contract.ts'
import { anEntry, create, sameAs, update } from './ledger-entries.ts'

const ID = '1_a' as RequestId
const ada = anEntry(ID, { at: 100, change: create('ada'), session: 1, body: 1 })

/** What came late; `fill` tells one from another. */
const aLateBody = (fill = 9): LateBody => ({
  bodyHash: Buffer.alloc(16, fill),
  readings: { encoding: 1, bytes: Uint8Array.of(fill) },
  observations: `{"late":${fill}}`,
})

/** An event's next revision, tagged to be told apart. */
const next = (event: TracioEvent, tag: string): TracioEvent => ({ ...event, revision: event.revision + 1, tag })

const amendment = (event: TracioEvent, late: LateBody | null = null, at = 500): Amendment => ({
  event,
  replacedAt: at as EpochMs,
  late,
})

/** What every `Ledger` promises of amendments. `open` gives one over a directory that has both test workspaces. */
export function amendContract(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} is a Ledger that amends`, () => {
    let ledger: Ledger
    beforeEach(async () => {
      ledger = await open()
      await ledger.append(ada)
    })
    afterEach(() => ledger.close())

    it('reads the newest revision, wherever the event is read', async () => {
      const second = { ...next(ada.event, 'second'), phase: 'late' } as const
      expect(await ledger.amend(aWorkspace, ID, 1, amendment(second, aLateBody()))).toBe('amended')
      expect(await ledger.event(aWorkspace, ID)).toEqual(second)
      const [sent] = await ledger.sentBefore(ada.sent.session)
      expect(sent?.event).toEqual(second)
    })

    it('keeps every earlier revision, oldest first, with the time at which it was replaced', async () => {
      const second = next(ada.event, 'second')
      await ledger.amend(aWorkspace, ID, 1, amendment(second, null, 500))
      await ledger.amend(aWorkspace, ID, 2, amendment(next(second, 'third'), null, 900))
      expect(await ledger.revisions(aWorkspace, ID)).toEqual([
        { event: ada.event, replacedAt: 500 },
        { event: second, replacedAt: 900 },
      ])
    })

    it('has no revisions of what was never amended, or never stored', async () => {
      expect(await ledger.revisions(aWorkspace, ID)).toEqual([])
      expect(await ledger.revisions(aWorkspace, 'none' as RequestId)).toEqual([])
    })

    it('keeps what came late beside what came first', async () => {
      await ledger.amend(aWorkspace, ID, 1, amendment(next(ada.event, 'second'), aLateBody()))
      expect(await ledger.readings(aWorkspace, ID)).toEqual(ada.readings)
      expect(await ledger.observations(aWorkspace, ID)).toBe(ada.observations)
      const late = await ledger.lateBody(aWorkspace, ID)
      expect(late).toMatchObject({ observations: '{"late":9}', readings: { encoding: 1 } })
      expect(Buffer.from(late?.readings.bytes ?? [])).toEqual(Buffer.from([9]))
      const [sent] = await ledger.sentBefore(ada.sent.session)
      expect([sent?.bodyHash[0], sent?.lateHash?.[0], sent?.lateHash?.length]).toEqual([1, 9, 16])
    })

    it('has nothing late where another cause amended', async () => {
      await ledger.amend(aWorkspace, ID, 1, amendment(next(ada.event, 'second')))
      expect(await ledger.lateBody(aWorkspace, ID)).toBeUndefined()
      expect((await ledger.sentBefore(ada.sent.session))[0]?.lateHash).toBeNull()
    })

    it('takes one late payload an event, and keeps the first', async () => {
      const second = next(ada.event, 'second')
      await ledger.amend(aWorkspace, ID, 1, amendment(second, aLateBody(8)))
      await expect(ledger.amend(aWorkspace, ID, 2, amendment(next(second, 'third'), aLateBody(9)))).rejects.toThrow()
      expect((await ledger.event(aWorkspace, ID))?.tag).toBe('second')
      expect((await ledger.lateBody(aWorkspace, ID))?.observations).toBe('{"late":8}')
      expect(await ledger.revisions(aWorkspace, ID)).toHaveLength(1)
    })

    it('keeps what came late when the event is amended again', async () => {
      const second = next(ada.event, 'second')
      await ledger.amend(aWorkspace, ID, 1, amendment(second, aLateBody()))
      expect(await ledger.amend(aWorkspace, ID, 2, amendment(next(second, 'third')))).toBe('amended')
      expect((await ledger.lateBody(aWorkspace, ID))?.observations).toBe('{"late":9}')
    })

    it.each([0, 2])('says moved of revision %i where the event has 1, and writes nothing', async (expected) => {
      const meant = { ...ada.event, revision: expected + 1, tag: 'lost' }
      expect(await ledger.amend(aWorkspace, ID, expected, amendment(meant, aLateBody()))).toBe('moved')
      expect(await ledger.event(aWorkspace, ID)).toEqual(ada.event)
      expect(await ledger.lateBody(aWorkspace, ID)).toBeUndefined()
      expect(await ledger.revisions(aWorkspace, ID)).toEqual([])
    })

    it('lets one of two win that come at once', async () => {
      const outcomes = await Promise.all([
        ledger.amend(aWorkspace, ID, 1, amendment(next(ada.event, 'first'), aLateBody(1))),
        ledger.amend(aWorkspace, ID, 1, amendment(next(ada.event, 'other'), aLateBody(2))),
      ])
      expect(outcomes).toEqual(['amended', 'moved'])
      expect((await ledger.event(aWorkspace, ID))?.tag).toBe('first')
    })

    it('says missing of what is not there, and of what another workspace has', async () => {
      const change = amendment(next(ada.event, 'second'), aLateBody())
      expect(await ledger.amend(aWorkspace, 'none' as RequestId, 1, change)).toBe('missing')
      expect(await ledger.amend(otherWorkspace, ID, 1, change)).toBe('missing')
      expect(await ledger.amend(sameAs(ada, 'ws_none').event.workspaceId, ID, 1, change)).toBe('missing')
      expect(await ledger.event(aWorkspace, ID)).toEqual(ada.event)
    })

    it('shows revisions and late payloads to no other workspace', async () => {
      await ledger.amend(aWorkspace, ID, 1, amendment(next(ada.event, 'second'), aLateBody()))
      expect(await ledger.revisions(otherWorkspace, ID)).toEqual([])
      expect(await ledger.lateBody(otherWorkspace, ID)).toBeUndefined()
    })

    it.each<[string, Partial<TracioEvent>]>([
      ['skips a revision', { revision: 3 }],
      ['keeps the revision', { revision: 1 }],
      ['has another id', { requestId: '1_b' as RequestId }],
      ['has another workspace', { workspaceId: otherWorkspace }],
      ['has another time', { at: 101 as EpochMs }],
      ['has another environment', { environment: 'test' }],
      ['has another visitor', { identification: { ...ada.event.identification, visitorId: 'bob' as VisitorId } }],
    ])('rejects an event that %s, and spoils nobody else of its group', async (_name, part) => {
      const wrong = { ...next(ada.event, 'wrong'), ...part }
      const [refused, stored] = await Promise.allSettled([
        ledger.amend(aWorkspace, ID, 1, amendment(wrong)),
        ledger.append(anEntry('1_c', { change: create('cat') })),
      ])
      expect([refused.status, stored.status]).toEqual(['rejected', 'fulfilled'])
      expect(await ledger.event(aWorkspace, ID)).toEqual(ada.event)
      expect(await ledger.revisions(aWorkspace, ID)).toEqual([])
    })

    it('changes nothing of the visitor', async () => {
      await ledger.amend(aWorkspace, ID, 1, amendment(next(ada.event, 'second'), aLateBody()))
      expect(await ledger.append(anEntry('1_b', { change: update('ada', 1, 'cookie') }))).toBe('stored')
    })

    it('erases revisions and late payloads with the visitor, and says missing afterwards', async () => {
      const second = next(ada.event, 'second')
      await ledger.amend(aWorkspace, ID, 1, amendment(second, aLateBody()))
      await ledger.eraseVisitor(aWorkspace, 'ada' as VisitorId)
      expect(await ledger.revisions(aWorkspace, ID)).toEqual([])
      expect(await ledger.lateBody(aWorkspace, ID)).toBeUndefined()
      expect(await ledger.sentBefore(ada.sent.session)).toEqual([])
      expect(await ledger.amend(aWorkspace, ID, 2, amendment(next(second, 'third')))).toBe('missing')
      expect(await ledger.event(aWorkspace, ID)).toBeUndefined()
    })
  })
}
