import type { AddressHistory } from '@tracio/engine'
import { beforeEach, describe, expect, it } from 'vitest'
import { type AddressHistories, VISITORS_PER_DAY_MAX } from '../src/ports/address-histories.ts'
import { otherWorkspace } from './directory-contract.ts'
import { aVisit, type VisitPart } from './visits.ts'

const DAY = 86_400_000

/** What every `AddressHistories` promises while it knows everything. */
export function addressHistoriesContract(name: string, open: () => Promise<AddressHistories>): void {
  describe(`${name} is an AddressHistories`, () => {
    let histories: AddressHistories
    beforeEach(async () => {
      histories = await open()
    })

    const add = async (...visits: readonly VisitPart[]): Promise<void> => {
      for (const visit of visits) await histories.add(aVisit({ zoneFits: true, ...visit }))
    }
    /** Visitors, and those who did not fit. */
    const seen = async (part: VisitPart = {}): Promise<readonly (number | null)[]> => {
      const { zoneVisits7d, zoneMismatches7d }: AddressHistory = await histories.observe(aVisit(part))
      return [zoneVisits7d, zoneMismatches7d]
    }

    it('knows that nobody was there', async () => {
      expect(await seen()).toEqual([0, 0])
    })

    it('counts visitors, and those of them who do not fit', async () => {
      await add({ visitorId: 'ada' }, { visitorId: 'bob', zoneFits: false }, { visitorId: 'eve', zoneFits: false })
      expect(await seen()).toEqual([3, 2])
    })

    it('counts somebody who reloads a thousand times once', async () => {
      for (let i = 0; i < 1000; i++) await add({ at: i, zoneFits: false })
      await add({ visitorId: 'bob' })
      expect(await seen({ at: 1001 })).toEqual([2, 1])
    })

    it('counts a visit once that is added twice', async () => {
      await add({ zoneFits: false }, { zoneFits: false })
      expect(await seen()).toEqual([1, 1])
    })

    it('counts somebody again on another day', async () => {
      await add({ at: 0 }, { at: DAY, zoneFits: false }, { at: 2 * DAY })
      expect(await seen({ at: 2 * DAY })).toEqual([3, 1])
    })

    it.each([
      ['first', [true, false]],
      ['last', [false, true]],
      ['between', [false, true, false]],
    ])('takes somebody for fitting who fitted %s, whatever order visits come in', async (_name, fits) => {
      await add(...fits.map((zoneFits, at) => ({ at, zoneFits })))
      expect(await seen({ at: 10 })).toEqual([1, 0])
    })

    it('rolls over seven days, the present one among them', async () => {
      await add({ at: DAY - 1 }, { at: DAY, zoneFits: false })
      expect(await seen({ at: 7 * DAY - 1 })).toEqual([2, 1])
      expect(await seen({ at: 7 * DAY })).toEqual([1, 1])
      expect(await seen({ at: 8 * DAY - 1 })).toEqual([1, 1])
      expect(await seen({ at: 8 * DAY })).toEqual([0, 0])
    })

    it('counts on after a pause that was longer than a history', async () => {
      await add({ at: 0 }, { at: 30 * DAY, zoneFits: false })
      expect(await seen({ at: 30 * DAY })).toEqual([1, 1])
    })

    it.each<[string, VisitPart]>([
      ['another address', { ip: '192.0.2.2' }],
      ['another workspace', { workspaceId: otherWorkspace }],
      ['the test environment', { environment: 'test' }],
      ['another /64', { ip: '2001:db8:0:2::1' }],
    ])('keeps apart %s', async (_name, elsewhere) => {
      await add({}, { ip: '2001:db8:0:1::1' })
      expect(await seen(elsewhere)).toEqual([0, 0])
    })

    it('takes the addresses of an IPv6 subscriber for one', async () => {
      await add(
        { ip: '2001:db8:0:1::1' },
        { ip: '2001:db8:0:1:aaaa:bbbb:cccc:dddd', visitorId: 'bob', zoneFits: false },
      )
      expect(await seen({ ip: '2001:db8:0:1::2' })).toEqual([2, 1])
    })

    it.each<[string, VisitPart]>([
      ['whose zone or country cannot be told', { zoneFits: null }],
      ['whom nobody could identify', { visitorId: null }],
      ['whose session is not trusted', { trusted: false }],
    ])('leaves out a visitor %s', async (_name, part) => {
      await add(part)
      expect(await seen()).toEqual([0, 0])
    })

    it('counts so many visitors of a day and no more, and those of other days all the same', async () => {
      const crowd = Array.from({ length: VISITORS_PER_DAY_MAX + 20 }, (_, i) => ({ at: i, visitorId: `v${i}` }))
      await add(...crowd, { at: DAY, zoneFits: false })
      expect(await seen({ at: DAY })).toEqual([VISITORS_PER_DAY_MAX + 1, 1])
    })
  })
}
