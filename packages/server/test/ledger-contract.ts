import type { EpochMs, RequestId, VisitorId } from '@tracio/contract'
import { FROZEN_HOLDERS_MAX } from '@tracio/engine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DISPUTE_GRACE_MS, type Ledger } from '../src/ports/ledger.ts'
import { aWorkspace, otherWorkspace } from './directory-contract.ts'
import { anEntry, create, KEY, OTHER_KEY, sameAs, token, update } from './ledger-entries.ts'

const id = (text: string): RequestId => text as RequestId
const visitor = (text: string): VisitorId => text as VisitorId

/** What every `Ledger` promises. `open` gives one over a directory that has both test workspaces. */
export function ledgerContract(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} is a Ledger`, () => {
    let ledger: Ledger
    beforeEach(async () => {
      ledger = await open()
    })
    afterEach(() => ledger.close())

    it('gives an event back whole, with its readings and its observations', async () => {
      const entry = anEntry('1_a', { change: create('ada') })
      expect(await ledger.append(entry)).toBe('stored')
      expect(await ledger.event(aWorkspace, id('1_a'))).toEqual(entry.event)
      expect(await ledger.readings(aWorkspace, id('1_a'))).toEqual({ encoding: 1, bytes: Uint8Array.of(1, 2, 3) })
      expect(await ledger.observations(aWorkspace, id('1_a'))).toBe('{"seen":true}')
    })

    it('shows nothing to another workspace', async () => {
      await ledger.append(anEntry('1_a', { change: create('ada', KEY), token: token(1) }))
      expect(await ledger.event(otherWorkspace, id('1_a'))).toBeUndefined()
      expect(await ledger.readings(otherWorkspace, id('1_a'))).toBeUndefined()
      expect(await ledger.observations(otherWorkspace, id('1_a'))).toBeUndefined()
      expect(await ledger.cookieOwner(otherWorkspace, token(1).hash)).toBeUndefined()
      expect(await ledger.holders(otherWorkspace, KEY)).toEqual([])
      expect(await ledger.eraseVisitor(otherWorkspace, visitor('ada'))).toBe(false)
    })

    it('refuses a request id that is taken, and keeps the first', async () => {
      await ledger.append(anEntry('1_a', { change: create('ada') }))
      await expect(ledger.append(anEntry('1_a', { change: create('bob') }))).rejects.toThrow()
      expect((await ledger.event(aWorkspace, id('1_a')))?.identification.visitorId).toBe('ada')
    })

    it('lets one failure of a group spoil nobody else', async () => {
      await ledger.append(anEntry('1_a', { change: create('ada') }))
      const outcomes = await Promise.allSettled([
        ledger.append(anEntry('1_b', { change: create('bob') })),
        ledger.append(anEntry('1_a', { change: create('eve') })),
        ledger.append(anEntry('1_c', { change: create('cat') })),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await ledger.event(aWorkspace, id('1_c'))).toBeDefined()
      expect(await ledger.eraseVisitor(aWorkspace, visitor('eve'))).toBe(false)
    })

    it('remembers what a session has sent, oldest first', async () => {
      await ledger.append(anEntry('1_a', { change: create('ada'), session: 7, body: 1 }))
      await ledger.append(anEntry('1_b', { change: { kind: 'none' }, session: 7, body: 2, visitorId: null }))
      const before = await ledger.sentBefore(Buffer.alloc(20, 7))
      expect(before.map(({ bodyHash, event }) => [bodyHash[0], event.requestId])).toEqual([
        [1, '1_a'],
        [2, '1_b'],
      ])
      expect(await ledger.sentBefore(Buffer.alloc(20, 8))).toEqual([])
    })

    it('knows a new visitor by cookie and by frozen key', async () => {
      await ledger.append(anEntry('1_a', { at: 100, change: create('ada', KEY), token: token(1) }))
      const ada = { visitorId: 'ada', revision: 1, firstSeenAt: 100, lastSeenAt: 100, visits: 1 }
      expect(await ledger.cookieOwner(aWorkspace, token(1).hash)).toEqual({ ...ada, disputed: false })
      expect(await ledger.holders(aWorkspace, KEY)).toEqual([ada])
      expect(await ledger.holders(aWorkspace, OTHER_KEY)).toEqual([])
    })

    it('counts visits and revisions up, and adds the key that the visitor shows now', async () => {
      await ledger.append(anEntry('1_a', { at: 100, change: create('ada', KEY), token: token(1) }))
      await ledger.append(anEntry('1_b', { at: 200, change: update('ada', 1, 'cookie', OTHER_KEY), token: token(1) }))
      const [ada] = await ledger.holders(aWorkspace, OTHER_KEY)
      expect(ada).toEqual({ visitorId: 'ada', revision: 2, firstSeenAt: 100, lastSeenAt: 200, visits: 2 })
      expect(await ledger.holders(aWorkspace, KEY)).toEqual([ada])
    })

    it('says moved, and writes nothing, when the visitor changed meanwhile', async () => {
      await ledger.append(anEntry('1_a', { change: create('ada') }))
      await ledger.append(anEntry('1_b', { change: update('ada', 1, 'cookie') }))
      expect(await ledger.append(anEntry('1_c', { change: update('ada', 1, 'cookie') }))).toBe('moved')
      expect(await ledger.event(aWorkspace, id('1_c'))).toBeUndefined()
    })

    it('says moved when somebody else took the frozen key meanwhile', async () => {
      await ledger.append(anEntry('1_a', { change: create('ada', KEY) }))
      expect(await ledger.append(anEntry('1_b', { change: create('bob', KEY, 0) }))).toBe('moved')
      expect(await ledger.holders(aWorkspace, KEY)).toHaveLength(1)
      expect(await ledger.append(anEntry('1_b', { change: create('bob', KEY, 1) }))).toBe('stored')
    })

    it('sees, within one group, what the entry before has written', async () => {
      const outcomes = await Promise.all([
        ledger.append(anEntry('1_a', { change: create('ada', KEY, 0) })),
        ledger.append(anEntry('1_b', { change: create('bob', KEY, 0) })),
      ])
      expect(outcomes).toEqual(['stored', 'moved'])
    })

    it('lists holders newest first, and no more than matter', async () => {
      const names = Array.from({ length: FROZEN_HOLDERS_MAX + 2 }, (_, i) => `v${i}`)
      for (const name of names) await ledger.append(anEntry(`1_${name}`, { change: create(name, KEY, null) }))
      const held = await ledger.holders(aWorkspace, KEY)
      expect(held.map(({ visitorId }) => visitorId)).toEqual(names.toReversed().slice(0, FROZEN_HOLDERS_MAX))
    })

    it('disputes a cookie given by signals when an older one comes back after the grace', async () => {
      await ledger.append(anEntry('1_a', { at: 0, change: create('ada', KEY), token: token(1) }))
      await ledger.append(anEntry('1_b', { at: 1000, change: update('ada', 1, 'frozen', KEY), token: token(2) }))
      await ledger.append(
        anEntry('1_c', { at: 1000 + DISPUTE_GRACE_MS - 1, change: update('ada', 2, 'cookie'), token: token(1) }),
      )
      expect((await ledger.cookieOwner(aWorkspace, token(2).hash))?.disputed).toBe(false)
      await ledger.append(
        anEntry('1_d', { at: 1000 + DISPUTE_GRACE_MS, change: update('ada', 3, 'cookie'), token: token(1) }),
      )
      expect((await ledger.cookieOwner(aWorkspace, token(2).hash))?.disputed).toBe(true)
      expect((await ledger.cookieOwner(aWorkspace, token(1).hash))?.disputed).toBe(false)
    })

    it('disputes it also when both came within one millisecond', async () => {
      await ledger.append(anEntry('1_a', { change: create('ada', KEY), token: token(1) }))
      await ledger.append(anEntry('1_b', { change: update('ada', 1, 'frozen', KEY), token: token(2) }))
      await ledger.append(anEntry('1_c', { at: 9000, change: update('ada', 2, 'cookie'), token: token(1) }))
      expect((await ledger.cookieOwner(aWorkspace, token(1).hash))?.disputed).toBe(false)
      expect((await ledger.cookieOwner(aWorkspace, token(2).hash))?.disputed).toBe(true)
    })

    it('hands a disputed cookie over to the visitor that is created for it', async () => {
      await ledger.append(anEntry('1_a', { at: 0, change: create('ada', KEY), token: token(1) }))
      await ledger.append(anEntry('1_b', { at: 1000, change: update('ada', 1, 'frozen', KEY), token: token(2) }))
      await ledger.append(anEntry('1_c', { at: 9000, change: update('ada', 2, 'cookie'), token: token(1) }))
      await ledger.append(anEntry('1_d', { at: 9001, change: create('bob', KEY, null), token: token(2) }))
      expect(await ledger.cookieOwner(aWorkspace, token(2).hash)).toMatchObject({ visitorId: 'bob', disputed: false })
    })

    it('erases a visitor with everything that was stored, and nobody else', async () => {
      await ledger.append(anEntry('1_a', { change: create('ada', KEY), token: token(1), session: 1 }))
      for (let i = 0; i < 250; i++)
        await ledger.append(anEntry(`2_${i}`, { change: update('ada', i + 1, 'cookie', KEY) }))
      await ledger.append(anEntry('1_b', { change: create('bob', KEY, null), token: token(2), session: 2 }))
      expect(await ledger.eraseVisitor(aWorkspace, visitor('ada'))).toBe(true)
      for (const gone of ['1_a', '2_0', '2_249']) {
        expect(await ledger.event(aWorkspace, id(gone))).toBeUndefined()
        expect(await ledger.readings(aWorkspace, id(gone))).toBeUndefined()
        expect(await ledger.observations(aWorkspace, id(gone))).toBeUndefined()
      }
      expect(await ledger.sentBefore(Buffer.alloc(20, 1))).toEqual([])
      expect(await ledger.cookieOwner(aWorkspace, token(1).hash)).toBeUndefined()
      expect((await ledger.holders(aWorkspace, KEY)).map(({ visitorId }) => visitorId)).toEqual(['bob'])
      expect(await ledger.event(aWorkspace, id('1_b'))).toBeDefined()
      expect(await ledger.eraseVisitor(aWorkspace, visitor('ada'))).toBe(false)
    })

    it('says moved for a visitor that was erased meanwhile', async () => {
      await ledger.append(anEntry('1_a', { change: create('ada') }))
      await ledger.eraseVisitor(aWorkspace, visitor('ada'))
      expect(await ledger.append(anEntry('1_b', { change: update('ada', 1, 'cookie') }))).toBe('moved')
      expect(await ledger.append(anEntry('1_c', { change: { kind: 'none' }, visitorId: visitor('ada') }))).toBe('moved')
    })

    it('refuses an event of a workspace that does not exist', async () => {
      await expect(ledger.append(sameAs(anEntry('1_a', { change: create('ada') }), 'ws_none'))).rejects.toThrow(
        'unknown workspace',
      )
    })

    it('sees no time run backwards', async () => {
      await ledger.append(anEntry('1_a', { at: 500, change: create('ada', KEY) }))
      await ledger.append(anEntry('1_b', { at: 400, change: update('ada', 1, 'cookie') }))
      expect((await ledger.holders(aWorkspace, KEY))[0]?.lastSeenAt).toBe(500 as EpochMs)
    })
  })
}
