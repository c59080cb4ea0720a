import type { EpochMs, VisitorId } from '@tracio/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Visit } from '../src/ports/counters.ts'
import type { Ledger, LedgerEntry } from '../src/ports/ledger.ts'
import type { VisitLog } from '../src/ports/visit-log.ts'
import { visitOf } from '../src/velocity/visit-of.ts'
import { aWorkspace, otherWorkspace } from './directory-contract.ts'
import { anEntry, create, sameAs } from './ledger-entries.ts'

/** Everything that a reading gives. */
export async function pagesOf(reading: AsyncIterable<readonly Visit[]>): Promise<readonly (readonly Visit[])[]> {
  const pages: (readonly Visit[])[] = []
  for await (const page of reading) pages.push(page)
  return pages
}

/** What every `VisitLog` promises. `open` gives one, and the ledger that it reads. */
export function visitLogContract(name: string, open: () => Promise<{ log: VisitLog; ledger: Ledger }>): void {
  describe(`${name} is a VisitLog`, () => {
    let ledger: Ledger
    let log: VisitLog
    beforeEach(async () => {
      ;({ ledger, log } = await open())
    })
    afterEach(() => ledger.close())

    const append = async (...entries: readonly LedgerEntry[]): Promise<void> => {
      for (const entry of entries) await ledger.append(entry)
    }
    const visitAt = (at: number): LedgerEntry => anEntry(`1_${at}`, { at, change: create(`v${at}`) })
    const all = async (since = 0, until = 1_000_000): Promise<Visit[]> => {
      const pages = await pagesOf(log.readBack(since as EpochMs, until as EpochMs))
      expect(pages.filter((page) => page.length === 0)).toEqual([])
      return pages.flat()
    }

    it('has nothing of a ledger that is empty', async () => {
      expect(await all()).toEqual([])
    })

    it('gives every visit as its event says it', async () => {
      const { event, ...rest } = anEntry('1_a', { at: 7, change: create('ada') })
      const identification = { ...event.identification, deviceHash: '1f'.repeat(16) }
      const whole = {
        ...event,
        environment: 'test',
        linkedId: 'order-7',
        tag: 'buy',
        ip: '2001:db8::1',
        identification,
      } as const
      const nobody = anEntry('1_b', { at: 8, change: { kind: 'none' } })
      const expired = {
        ...nobody,
        event: { ...nobody.event, session: 'expired' } as const,
        address: { asn: null, country: null, countryAsked: false, zoneFits: null },
      }
      const address = { asn: 64500, country: 'CZ', countryAsked: true, zoneFits: false }
      const entries = [{ ...rest, event: whole, address }, expired, sameAs(visitAt(9), 'ws_bbbbbbbbbbbbbbbb')]
      await append(...entries)
      expect(await all()).toEqual(entries.map(visitOf).toReversed())
    })

    it('gives the newest first, page after page, each once', async () => {
      const times = Array.from({ length: 450 }, (_, index) => index)
      await Promise.all(times.map((at) => ledger.append(visitAt(at))))
      expect((await all()).map(({ at }) => at)).toEqual(times.toReversed())
    })

    it('goes back to `since` and not beyond `until`', async () => {
      await append(...[10, 20, 30, 40].map(visitAt))
      expect((await all(20, 40)).map(({ at }) => at)).toEqual([30, 20])
    })

    it('leaves out what is stored after it was called', async () => {
      await append(visitAt(1))
      const reading = log.readBack(0 as EpochMs, 100 as EpochMs)
      await append(visitAt(100))
      const pages = await pagesOf(reading)
      expect(pages.flat().map(({ at }) => at)).toEqual([1])
    })

    it('leaves out who was erased', async () => {
      await append(visitAt(1), visitAt(2))
      await ledger.eraseVisitor(aWorkspace, 'v1' as VisitorId)
      expect((await all()).map(({ visitorId }) => visitorId)).toEqual(['v2'])
    })

    it('keeps the visits of another workspace in which nobody was erased', async () => {
      await append(visitAt(1), sameAs(anEntry('2_1', { at: 2, change: create('v1') }), otherWorkspace))
      await ledger.eraseVisitor(aWorkspace, 'v1' as VisitorId)
      expect((await all()).map(({ workspaceId, at }) => [workspaceId, at])).toEqual([[otherWorkspace, 2]])
    })

    it('gives a visit once whose event was amended, at its own time', async () => {
      const entry = visitAt(5)
      await append(entry)
      const event = { ...entry.event, phase: 'late', revision: 2 } as const
      const { workspaceId, requestId } = event
      expect(await ledger.amend(workspaceId, requestId, 1, { event, replacedAt: 9 as EpochMs, late: null })).toBe(
        'amended',
      )
      expect((await all()).map(({ at, visitorId }) => [at, visitorId])).toEqual([[5, 'v5']])
    })

    it('leaves out events that were too old to be kept', async () => {
      await append(visitAt(1), visitAt(2))
      const cutoffs = { events: 2 as EpochMs, readings: null, observations: null, visitors: null }
      for (let step = 0; await ledger.forget(cutoffs); step++) expect(step).toBeLessThan(100)
      expect((await all()).map(({ at }) => at)).toEqual([2])
    })

    it('can be stopped early', async () => {
      await Promise.all(Array.from({ length: 450 }, (_, at) => ledger.append(visitAt(at))))
      for await (const page of log.readBack(0 as EpochMs, 1000 as EpochMs)) {
        expect(page[0]?.at).toBe(449)
        break
      }
      await append(visitAt(500))
      expect(await all()).toHaveLength(451)
    })
  })
}
