import { type EpochMs, toFlat, toProducts } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import type { EventForm, EventQuery, SerializedPage } from '../src/ports/event-search.ts'
import { aWorkspace, otherWorkspace } from './directory-contract.ts'
import { eachStore, type SearchedStore } from './each-store.ts'
import { found } from './event-search-contract.ts'
import { anEntry, create } from './ledger-entries.ts'

/** What every `EventSearch` promises of pages that it serializes. */
export function serializedSearchContract(name: string, open: () => Promise<SearchedStore>): void {
  describe(`${name} is an EventSearch that serializes`, () => {
    const store = eachStore(open)
    const query: EventQuery = { filter: {}, order: 'newest', limit: 2 }
    const page = async (form: EventForm, part: Partial<EventQuery> = {}): Promise<SerializedPage> =>
      found(await store.search.serialized(aWorkspace, { ...query, ...part }, form))
    const textOf = ({ events }: SerializedPage): string => new TextDecoder().decode(events)

    it('gives the page of a search in either form, with the time of its last event', async () => {
      for (const at of [1, 2, 3]) await store.ledger.append(anEntry(`1_${at}`, { at, change: create(`vé${at}`) }))
      const { events, next } = found(await store.search.search(aWorkspace, query))
      const flat = await page('flat')
      expect(JSON.parse(textOf(flat))).toEqual(events.map(toFlat))
      expect(flat).toMatchObject({ lastAt: 2, next })
      const visits = await page('visit')
      expect(JSON.parse(textOf(visits))).toEqual(
        // What JSON cannot say is left out.
        JSON.parse(
          JSON.stringify(
            events.map((event) => ({
              ...toProducts(event),
              timestamp: event.at,
              time: new Date(event.at).toISOString(),
            })),
          ),
        ),
      )
      expect(visits).toMatchObject({ lastAt: 2, next })
    })

    it('goes on from page to page, oldest first too', async () => {
      for (const at of [1, 2, 3]) await store.ledger.append(anEntry(`1_${at}`, { at, change: create(`v${at}`) }))
      const first = await page('flat', { order: 'oldest' })
      const last = await page('flat', { order: 'oldest', ...(first.next ? { after: first.next } : {}) })
      expect([first.lastAt, JSON.parse(textOf(last)), last.next]).toEqual([
        2,
        [expect.objectContaining({ request_id: '1_3' })],
        null,
      ])
    })

    it('gives an empty page where nothing is found, and nothing of another workspace', async () => {
      await store.ledger.append(anEntry('1_a', { change: create('ada') }))
      const none = await page('flat', { filter: { to: 0 as EpochMs } })
      expect([textOf(none), none.lastAt, none.next]).toEqual(['[]', null, null])
      expect(textOf(found(await store.search.serialized(otherWorkspace, query, 'flat')))).toBe('[]')
    })
  })
}
