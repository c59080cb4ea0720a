import type { EpochMs } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { SIGHTED_ADDRESSES_MAX, SIGHTING_AGE_MS_MAX, type TurnSightings } from '../src/ports/turn-sightings.ts'

/** What every `TurnSightings` promises. `open` gives an empty one. */
export function turnSightingsContract(name: string, open: () => Promise<TurnSightings>): void {
  describe(`${name} is a TurnSightings`, () => {
    let sightings: TurnSightings
    beforeEach(async () => {
      sightings = await open()
    })

    const record = (session: string, address: string, at = 0) => sightings.record(session, address, at as EpochMs)
    const addresses = (session: string, at = 0) => sightings.addresses(session, at as EpochMs)

    it('knows nothing of a session that it has not seen', async () => {
      await record('ada', '192.0.2.1')
      expect(await addresses('bob')).toEqual([])
    })

    it('keeps the addresses of each session apart, once each, in the order in which they were seen', async () => {
      for (const address of ['2001:db8::1', '192.0.2.1', '2001:db8::1']) await record('ada', address)
      await record('bob', '192.0.2.2')
      expect(await addresses('ada')).toEqual(['2001:db8::1', '192.0.2.1'])
      expect(await addresses('bob')).toEqual(['192.0.2.2'])
    })

    it('takes as many addresses of a session as one can have, and keeps the first', async () => {
      const many = Array.from({ length: SIGHTED_ADDRESSES_MAX + 2 }, (_, index) => `192.0.2.${index}`)
      for (const address of many) await record('ada', address)
      expect(await addresses('ada')).toEqual(many.slice(0, SIGHTED_ADDRESSES_MAX))
    })

    it('forgets a session ten minutes after it was first seen', async () => {
      await record('ada', '192.0.2.1')
      await record('ada', '192.0.2.2', SIGHTING_AGE_MS_MAX)
      expect(await addresses('ada', SIGHTING_AGE_MS_MAX)).toHaveLength(2)
      expect(await addresses('ada', SIGHTING_AGE_MS_MAX + 1)).toEqual([])
    })

    it('begins anew with a session that it has forgotten', async () => {
      await record('ada', '192.0.2.1')
      await record('ada', '192.0.2.2', SIGHTING_AGE_MS_MAX + 1)
      expect(await addresses('ada', SIGHTING_AGE_MS_MAX + 1)).toEqual(['192.0.2.2'])
    })

    it('gives a list that later sightings leave alone', async () => {
      await record('ada', '192.0.2.1')
      const given = await addresses('ada')
      await record('ada', '192.0.2.2')
      expect(given).toEqual(['192.0.2.1'])
    })
  })
}
