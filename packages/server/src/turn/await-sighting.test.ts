import type { EpochMs } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { ARRIVAL, arrival, type FrontDesk, frontDesk } from '../../test/front-desk.ts'
import { aPayload, chromeValues } from '../../test/payloads.ts'
import { createMemoryTurnSightings } from '../adapters/memory/turn-sightings.ts'
import { ingest } from '../ingest.ts'
import type { Received } from '../observe.ts'
import type { TurnSightings } from '../ports/turn-sightings.ts'
import { recall } from '../recall.ts'
import { awaitSighting } from './await-sighting.ts'

const at = ARRIVAL as EpochMs
const DELAY_MS = 5_000
let desk: FrontDesk
let sightings: TurnSightings
beforeEach(async () => {
  desk = await frontDesk()
  sightings = createMemoryTurnSightings()
})

/** A payload whose browser says so of its probe. */
const saying = (kinds: readonly string[]): Promise<Received> =>
  arrival(desk, aPayload({ ...chromeValues, turnProbe: { kinds, errorCode: null } }))

/** Tells of the browser after a while. */
async function tellLater(request: Received): Promise<void> {
  const { session } = await desk.open(request)
  setTimeout(() => sightings.record(session.id.bytes.toString('base64url'), '198.51.100.7', at), 50)
}

it('lets word be late that an event needs', async () => {
  const request = await saying(['host', 'relay'])
  await tellLater(request)
  const { event } = await ingest(request, { ...desk.deps, sightings, sightingDelayMs: DELAY_MS })
  expect(await recall(desk.deps.ledger, event.workspaceId, event.requestId)).toMatchObject({
    turn: { addresses: ['198.51.100.7'] },
  })
})

describe('does not wait', () => {
  const waited = async (request: Received, sightingDelayMs?: number): Promise<number> => {
    const opened = await desk.open(request)
    const before = performance.now()
    await awaitSighting(opened, at, { sightings, ...(sightingDelayMs === undefined ? {} : { sightingDelayMs }) })
    return performance.now() - before
  }

  it('for browsers that were not answered', async () => {
    expect(await waited(await saying(['host']), DELAY_MS)).toBeLessThan(DELAY_MS / 2)
    expect(await waited(await arrival(desk), DELAY_MS)).toBeLessThan(DELAY_MS / 2)
  })

  it('for what is known, or would be known by now', async () => {
    const request = await saying(['relay'])
    expect(await waited(request)).toBeLessThan(DELAY_MS / 2)
    await tellLater(request)
    expect(await waited(request, DELAY_MS)).toBeLessThan(DELAY_MS / 2)
    expect(await waited(request, DELAY_MS)).toBeLessThan(DELAY_MS / 2)
  })

  it('longer than it was told to', async () => {
    const lasted = await waited(await saying(['relay']), 100)
    expect(lasted).toBeGreaterThan(90)
    expect(lasted).toBeLessThan(DELAY_MS)
  })
})
