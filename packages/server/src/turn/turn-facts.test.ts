import type { EpochMs } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { ARRIVAL, arrival, type FrontDesk, frontDesk } from '../../test/front-desk.ts'
import { createMemoryTurnSightings } from '../adapters/memory/turn-sightings.ts'
import { ingest } from '../ingest.ts'
import type { Received } from '../observe.ts'
import type { TurnSightings } from '../ports/turn-sightings.ts'
import { recall } from '../recall.ts'
import { turnFacts } from './turn-facts.ts'

const at = ARRIVAL as EpochMs
let desk: FrontDesk
let sightings: TurnSightings
let request: Received
beforeEach(async () => {
  desk = await frontDesk()
  sightings = createMemoryTurnSightings()
  request = await arrival(desk)
})

async function sight(address: string): Promise<void> {
  const { session } = await desk.open(request)
  await sightings.record(session.id.bytes.toString('base64url'), address, at)
}

describe('tells', () => {
  const told = async (from: TurnSightings | undefined) => turnFacts(from, (await desk.open(request)).session, at)

  it('every address that UDP of the session came from', async () => {
    for (const address of ['198.51.100.7', '2001:db8::7']) await sight(address)
    expect(await told(sightings)).toEqual({ turn: { addresses: ['198.51.100.7', '2001:db8::7'] } })
  })

  it('nothing, rather than an empty list, of who was not seen and where nobody looks', async () => {
    expect(await told(sightings)).toEqual({})
    expect(await told(undefined)).toEqual({})
  })
})

it('is stored with the event, so that it can be judged again', async () => {
  await sight('198.51.100.7')
  const { event } = await ingest(request, { ...desk.deps, sightings })
  expect(await recall(desk.deps.ledger, event.workspaceId, event.requestId)).toMatchObject({
    turn: { addresses: ['198.51.100.7'] },
  })
})
