import { type EpochMs, type NetworkVerdict, type TracioEvent, unlookedNetwork, type VisitorId } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { type EventPage, type EventQuery, type NetworkFlag, networkFlags } from '../src/ports/event-search.ts'
import { aWorkspace } from './directory-contract.ts'
import { eachStore, type SearchedStore } from './each-store.ts'
import { changed, found, idsOf } from './event-search-contract.ts'
import { anEntry, create } from './ledger-entries.ts'

/** What every `EventSearch` promises of searches by what was said of the network. */
export function networkSearchContract(name: string, open: () => Promise<SearchedStore>): void {
  describe(`${name} searches by the network: it finds`, () => {
    const store = eachStore(open)
    const page = async (part: Partial<EventQuery>): Promise<EventPage> =>
      found(await store.search.search(aWorkspace, { filter: {}, order: 'newest', limit: 20, ...part }))
    const network = (part: Partial<NetworkVerdict>): Partial<TracioEvent> => ({
      network: { ...unlookedNetwork, ...part },
    })
    const yes = { status: 'detected', result: true } as const
    const no = { status: 'clear', result: false } as const
    /** `Object.fromEntries` forgets its keys; there is one for every answer. */
    const all = (answer: typeof yes | typeof no): Partial<TracioEvent> =>
      network(
        Object.fromEntries(networkFlags.map((flag) => [flag, { ...unlookedNetwork[flag], ...answer }])) as Pick<
          NetworkVerdict,
          NetworkFlag
        >,
      )

    beforeEach(async () => {
      const add = (name: string, at: number, part: Partial<TracioEvent>) =>
        store.ledger.append(changed(anEntry(`1_${name}`, { change: create(name) }), { at: at as EpochMs, ...part }))
      await add('unknown', 1, {})
      await add('clear', 2, all(no))
      await add('detected', 3, all(yes))
      await add('tor', 4, network({ tor: yes, relay: { ...no, service: null } }))
    })

    it.each(networkFlags)('%s: what is unknown is neither', async (flag) => {
      const tor = flag === 'tor' ? ['1_tor'] : []
      expect(idsOf(await page({ filter: { [flag]: true } }))).toEqual([...tor, '1_detected'])
      const relay = flag === 'relay' ? ['1_tor'] : []
      expect(idsOf(await page({ filter: { [flag]: false } }))).toEqual([...relay, '1_clear'])
    })

    it('several answers at once, page by page and beside other filters', async () => {
      expect(idsOf(await page({ filter: { tor: true, relay: false } }))).toEqual(['1_tor'])
      const first = await page({ filter: { tor: true }, limit: 1, order: 'oldest' })
      expect(idsOf(first)).toEqual(['1_detected'])
      const after = first.next ?? { at: 0, number: 0 }
      expect(idsOf(await page({ filter: { tor: true }, limit: 1, order: 'oldest', after }))).toEqual(['1_tor'])
      expect(idsOf(await page({ filter: { vpn: true, visitorId: 'tor' as VisitorId } }))).toEqual([])
    })

    it('the newest revision, not what was said before', async () => {
      const entry = anEntry('1_late', { change: create('late') })
      await store.ledger.append(changed(entry, { at: 9 as EpochMs, ...all(no) }))
      const amended = {
        ...entry.event,
        at: 9 as EpochMs,
        revision: 2,
        ...network({ vpn: { ...unlookedNetwork.vpn, ...yes } }),
      }
      await store.ledger.amend(aWorkspace, amended.requestId, 1, {
        event: amended,
        replacedAt: 10 as EpochMs,
        late: null,
      })
      expect(idsOf(await page({ filter: { vpn: true } }))).toEqual(['1_late', '1_detected'])
      expect(idsOf(await page({ filter: { tor: false } }))).toEqual(['1_clear'])
    })
  })
}
