import type { EpochMs, VisitorId } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { aWorkspace } from '../test/directory-contract.ts'
import { ARRIVAL, type FrontDesk, frontDesk, received } from '../test/front-desk.ts'
import { aPayload, type SessionAnswer, seal, unsealed } from '../test/payloads.ts'
import { createMemoryTurnSightings } from './adapters/memory/turn-sightings.ts'
import { ingest } from './ingest.ts'
import { observeLate } from './observe-late.ts'

let desk: FrontDesk
let session: SessionAnswer
beforeEach(async () => {
  desk = await frontDesk()
  session = await desk.issue()
})

const aLate = (tag = 'late') => aPayload({ webdriver: true }, { phase: 'late', tag })
const arrive = (body: Buffer, at = ARRIVAL) => ingest(received(body, { at }), desk.deps)
const look = async (body: Buffer) => observeLate(await desk.open(received(body)), received(body), desk.deps)
const conflict = { name: 'ApiError', code: 'conflict' }

it('finds the event that it amends, with all that was observed when that came', async () => {
  const { event } = await arrive(seal(session, aPayload()))
  const seen = await look(seal(session, aLate()))
  expect(seen).toMatchObject({
    kind: 'amends',
    event,
    observations: {
      page: { phase: 'primary' },
      request: { at: ARRIVAL, ip: '192.0.2.1' },
      minted: { requestId: event.requestId },
      readings: { cores: { value: 8 }, webdriver: { value: false } },
    },
  })
})

it('finds the first event where others of the session are replays', async () => {
  const { event } = await arrive(seal(session, aPayload()))
  await arrive(seal(session, aPayload({}, { tag: 'again' })))
  expect(await look(seal(session, aLate()))).toMatchObject({ kind: 'amends', event })
})

it('finds an event of an expired session too, which stays an event of nobody', async () => {
  const { event } = await arrive(seal(session, aPayload()), ARRIVAL + 600_001)
  expect(event.session).toBe('expired')
  expect(await look(seal(session, aLate()))).toMatchObject({ kind: 'amends', event })
})

it('knows the payload again that amended, and one that was stored as a replay', async () => {
  await arrive(seal(session, aPayload()))
  const late = seal(session, aLate())
  const { event: amended } = await arrive(late)
  const other = seal(session, aLate('other'))
  expect(await look(other)).toEqual({ kind: 'replay' })
  const { event: replay } = await arrive(other)
  expect(await look(late)).toEqual({ kind: 'retry', event: amended })
  expect(await look(other)).toEqual({ kind: 'retry', event: replay })
})

describe('finds nothing to amend', () => {
  it('before a primary payload', async () => {
    await expect(look(seal(session, aLate()))).rejects.toMatchObject(conflict)
  })

  it('after a primary payload of another session', async () => {
    await arrive(seal(await desk.issue(), aPayload()))
    await expect(look(seal(session, aLate()))).rejects.toMatchObject(conflict)
  })

  it('after the event was erased, although a replay of nobody is left', async () => {
    const { view } = await arrive(seal(session, aPayload()))
    const { event: replay } = await arrive(seal(session, aPayload({}, { tag: 'again' })))
    expect([replay.session, replay.identification.visitorId]).toEqual(['replayed', null])
    expect(await desk.deps.ledger.eraseVisitor(aWorkspace, view.visitorId as VisitorId)).toBe(true)
    await expect(look(seal(session, aLate()))).rejects.toMatchObject(conflict)
  })

  it('unsealed, when the primary payload was sealed', async () => {
    await arrive(seal(session, aPayload()))
    await expect(look(unsealed(session, aLate()))).rejects.toMatchObject(conflict)
  })

  it('when what was read first is not kept any more', async () => {
    await arrive(seal(session, aPayload()))
    const late = received(seal(session, aLate()))
    const opened = await desk.open(late)
    const ledger = { ...desk.deps.ledger, readings: async () => undefined }
    await expect(observeLate(opened, late, { ledger })).rejects.toMatchObject(conflict)
  })
})

it('takes an unsealed payload from a plain page, whose primary one was unsealed too', async () => {
  await arrive(unsealed(session, aPayload()))
  expect(await look(unsealed(session, aLate()))).toMatchObject({ kind: 'amends' })
})

describe('where browsers are seen by UDP', () => {
  const sightings = createMemoryTurnSightings()
  const sighted = async (at: number) =>
    sightings.record(
      (await desk.open(received(seal(session, aLate())))).session.id.bytes.toString('base64url'),
      '198.51.100.7',
      at as EpochMs,
    )
  const visit = (body: Buffer, at = ARRIVAL) => ingest(received(body, { at }), { ...desk.deps, sightings })
  async function seen(at: number): Promise<unknown> {
    const late = received(seal(session, aLate()), { at })
    const found = await observeLate(await desk.open(late), late, { ...desk.deps, sightings })
    return found.kind === 'amends' ? found.observations.turn : found.kind
  }

  it('sees what came too late for the primary payload', async () => {
    await visit(seal(session, aPayload()))
    expect(await seen(ARRIVAL + 1)).toBeUndefined()
    await sighted(ARRIVAL + 1)
    expect(await seen(ARRIVAL + 2)).toEqual({ addresses: ['198.51.100.7'] })
  })

  it('keeps what was seen then, when the observer has forgotten it', async () => {
    await sighted(ARRIVAL)
    await visit(seal(session, aPayload()))
    expect(await seen(ARRIVAL + 3_600_000)).toEqual({ addresses: ['198.51.100.7'] })
  })
})
