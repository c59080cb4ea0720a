import type { EpochMs, RequestId } from '@tracio/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cutoffs, Ledger } from '../src/ports/ledger.ts'
import { aWorkspace } from './directory-contract.ts'
import { anEntry, create, KEY, token, update } from './ledger-entries.ts'

const id = (text: string): RequestId => text as RequestId
const keepAll: Cutoffs = { events: null, readings: null, observations: null, visitors: null }
const before = (at: number): EpochMs => at as EpochMs

/** What every `Ledger` promises of forgetting what is old. */
export function forgetContract(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} forgets what is old`, () => {
    let ledger: Ledger
    beforeEach(async () => {
      ledger = await open()
      await ledger.append(anEntry('1_a', { at: 100, change: create('ada', KEY), token: token(1) }))
      await ledger.append(anEntry('1_b', { at: 200, change: create('bob'), token: token(2) }))
    })
    afterEach(() => ledger.close())

    async function forget(part: Partial<Cutoffs>): Promise<void> {
      const cutoffs = { ...keepAll, ...part }
      for (let step = 0; await ledger.forget(cutoffs); step++) expect(step).toBeLessThan(1000)
    }

    it('keeps everything when nothing has an age limit', async () => {
      expect(await ledger.forget(keepAll)).toBe(false)
      expect(await ledger.event(aWorkspace, id('1_a'))).toBeDefined()
    })

    it('forgets events that are older, with all that hangs on them, and keeps one that is exactly as old', async () => {
      await forget({ events: before(200) })
      expect(await ledger.event(aWorkspace, id('1_a'))).toBeUndefined()
      expect(await ledger.readings(aWorkspace, id('1_a'))).toBeUndefined()
      expect(await ledger.event(aWorkspace, id('1_b'))).toBeDefined()
      expect(await ledger.cookieOwner(aWorkspace, token(1).hash)).toMatchObject({ visitorId: 'ada' })
    })

    it('forgets readings and observations by themselves, and keeps the event', async () => {
      await forget({ readings: before(200) })
      expect(await ledger.readings(aWorkspace, id('1_a'))).toBeUndefined()
      expect(await ledger.observations(aWorkspace, id('1_a'))).toBeDefined()
      await forget({ observations: before(200) })
      expect(await ledger.observations(aWorkspace, id('1_a'))).toBeUndefined()
      expect(await ledger.event(aWorkspace, id('1_a'))).toBeDefined()
      expect(await ledger.readings(aWorkspace, id('1_b'))).toBeDefined()
      expect(await ledger.observations(aWorkspace, id('1_b'))).toBeDefined()
    })

    it('forgets a visitor who was not seen for long, with cookie and key, and only when no event is left', async () => {
      await forget({ visitors: before(200) })
      expect(await ledger.cookieOwner(aWorkspace, token(1).hash)).toBeDefined()
      await forget({ events: before(200), visitors: before(200) })
      await forget({ visitors: before(200) })
      expect(await ledger.cookieOwner(aWorkspace, token(1).hash)).toBeUndefined()
      expect(await ledger.holders(aWorkspace, KEY)).toEqual([])
      expect(await ledger.cookieOwner(aWorkspace, token(2).hash)).toBeDefined()
    })

    it('forgets the late body and the earlier revisions of an event with it', async () => {
      const event = await ledger.event(aWorkspace, id('1_a'))
      if (!event) throw new Error('The event was stored above.')
      const late = {
        bodyHash: Buffer.alloc(16, 9),
        readings: { encoding: 1, bytes: Uint8Array.of(4) },
        observations: '{}',
      }
      const amendment = { event: { ...event, phase: 'late', revision: 2 }, replacedAt: before(150), late } as const
      expect(await ledger.amend(aWorkspace, id('1_a'), 1, amendment)).toBe('amended')
      await forget({ readings: before(200) })
      expect(await ledger.lateBody(aWorkspace, id('1_a'))).toBeUndefined()
      await forget({ events: before(200) })
      expect(await ledger.revisions(aWorkspace, id('1_a'))).toEqual([])
    })

    it('forgets many in steps, and what comes meanwhile stays', async () => {
      for (let i = 0; i < 170; i++)
        await ledger.append(anEntry(`2_${i}`, { at: 300 + i, change: update('bob', i + 1, 'cookie') }))
      expect(await ledger.forget({ ...keepAll, events: before(1000), readings: before(400) })).toBe(true)
      await ledger.append(anEntry('3_a', { at: 1000, change: create('cat') }))
      await forget({ events: before(1000) })
      expect(await ledger.event(aWorkspace, id('2_169'))).toBeUndefined()
      expect(await ledger.event(aWorkspace, id('3_a'))).toBeDefined()
    })
  })
}
