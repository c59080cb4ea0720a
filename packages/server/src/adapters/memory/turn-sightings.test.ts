import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { turnSightingsContract } from '../../../test/turn-sightings-contract.ts'
import { createMemoryTurnSightings } from './turn-sightings.ts'

turnSightingsContract('memory', async () => createMemoryTurnSightings())

it('forgets the oldest when there is no more room', async () => {
  const sightings = createMemoryTurnSightings(2)
  const at = 0 as EpochMs
  for (const session of ['a', 'b', 'c']) await sightings.record(session, '192.0.2.1', at)
  const known = await Promise.all(['a', 'b', 'c'].map((session) => sightings.addresses(session, at)))
  expect(known).toEqual([[], ['192.0.2.1'], ['192.0.2.1']])
})
