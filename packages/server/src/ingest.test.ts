import { type TracioEvent, type VisitorId, wholeMetric } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { aWorkspace } from '../test/directory-contract.ts'
import { ARRIVAL, arrival, type FrontDesk, frontDesk, type ReceivedPart, received } from '../test/front-desk.ts'
import { aPlace } from '../test/ip-intelligence-contract.ts'
import { aPayload, chromeValues, type SessionAnswer, seal } from '../test/payloads.ts'
import { createMemoryIpIntelligence } from './adapters/memory/ip-intelligence.ts'
import { createInTurn } from './in-turn.ts'
import { type IngestDeps, ingest } from './ingest.ts'
import type { Received } from './observe.ts'
import type { Step } from './step-times.ts'

let desk: FrontDesk
beforeEach(async () => {
  desk = await frontDesk()
})

/** Another process on the same store: it shares the ledger and not the turns. */
const anotherProcess = (): IngestDeps => ({ ...desk.deps, inTurn: createInTurn() })

/** The store as it looks from a process that is overtaken: `rival` gets in just before each append. */
const overtakenBy = (rival: () => Promise<unknown>): IngestDeps => ({
  ...desk.deps,
  ledger: {
    ...desk.deps.ledger,
    append: async (entry) => {
      await rival()
      return desk.deps.ledger.append(entry)
    },
  },
})

const stored = (event: TracioEvent) => desk.deps.ledger.event(aWorkspace, event.requestId)

it('stores the event that it answers with', async () => {
  const { event, view, token } = await ingest(await arrival(desk), desk.deps)
  expect(await stored(event)).toEqual(event)
  expect(view).toMatchObject({ requestId: event.requestId, visitorFound: false })
  expect(token).toMatch(/^[\w-]{30}$/)
})

it('goes its five steps in order, each timed once', async () => {
  const steps: Step[] = []
  const time: IngestDeps['time'] = (step, work) => {
    steps.push(step)
    return work()
  }
  await ingest(await arrival(desk), { ...desk.deps, time })
  expect(steps).toEqual(['open', 'evaluate', 'observe', 'evaluate', 'append', 'answer'])
})

it('stores nothing of what does not open', async () => {
  const request = await arrival(desk)
  const broken: Received = { ...request, body: request.body.subarray(0, 200) }
  await expect(ingest(broken, desk.deps)).rejects.toMatchObject({ code: 'payload_unreadable' })
  const { session } = await desk.open(request)
  expect(await desk.deps.ledger.sentBefore(session.id.bytes)).toEqual([])
})

it('answers the same payload with the same event, and stores it once', async () => {
  const request = await arrival(desk)
  const [first, second] = await Promise.all([ingest(request, desk.deps), ingest(request, desk.deps)])
  expect(second).toEqual({ ...first, outcome: 'retried' })
  const { session } = await desk.open(request)
  expect(await desk.deps.ledger.sentBefore(session.id.bytes)).toHaveLength(1)
})

describe('counts', () => {
  const count = ({ velocity }: TracioEvent, metric: string) => wholeMetric(velocity, metric)?.intervals['24h']

  it('an event that was stored, the present one included', async () => {
    const first = await ingest(await arrival(desk), desk.deps)
    const cookie = first.token ?? ''
    expect([count(first.event, 'events'), count(first.event, 'distinctIp')]).toEqual([1, 1])
    const second = await ingest(await arrival(desk, aPayload(), { cookie, ip: '192.0.2.2' }), desk.deps)
    expect([count(second.event, 'events'), count(second.event, 'distinctIp')]).toEqual([2, 2])
    expect(count(second.event, 'ipEvents')).toBe(1)
  })

  it('a retried request once', async () => {
    const intelligence = createMemoryIpIntelligence({ '192.0.2.1': { scope: 'global', place: aPlace() } })
    desk = { ...desk, deps: { ...desk.deps, intelligence } }
    const request = await arrival(desk)
    const { token: cookie = '' } = await ingest(request, desk.deps)
    for (let retry = 0; retry < 3; retry++) await ingest(request, desk.deps)
    const { event } = await ingest(await arrival(desk, aPayload(), { cookie }), desk.deps)
    expect([count(event, 'events'), count(event, 'ipEvents')]).toEqual([2, 2])
    expect(count(event, 'distinctCountry')).toBe(1)
    expect(await desk.deps.histories.observe(event)).toEqual({ zoneVisits7d: 1, zoneMismatches7d: 0 })
  })

  it('an event once that was evaluated twice, and one that could not be stored not at all', async () => {
    const { token: cookie = '' } = await ingest(await arrival(desk), desk.deps)
    const again = () => arrival(desk, aPayload(), { cookie })
    let rivals = 0
    const once = overtakenBy(async () => {
      rivals += 1
      if (rivals === 1) await ingest(await again(), anotherProcess())
    })
    expect(count((await ingest(await again(), once)).event, 'events')).toBe(3)
    const full = { ...desk.deps, ledger: { ...desk.deps.ledger, append: () => Promise.reject(new Error('full')) } }
    await expect(ingest(await again(), full)).rejects.toThrow('full')
    expect(count((await ingest(await again(), desk.deps)).event, 'events')).toBe(4)
  })

  it('a replay for its address alone', async () => {
    const session = await desk.issue()
    const linked = (tag: string) => aPayload(chromeValues, { linkedId: 'victim', tag })
    const { token: cookie = '' } = await ingest(received(seal(session, linked('first'))), desk.deps)
    for (const tag of ['a', 'b', 'c']) {
      const { event } = await ingest(received(seal(session, linked(tag)), { cookie }), desk.deps)
      expect(event.velocity.metrics['events']).toBe('session_not_trusted')
    }
    const { event } = await ingest(await arrival(desk, linked('last'), { cookie }), desk.deps)
    expect([count(event, 'events'), count(event, 'ipEvents')]).toEqual([2, 5])
    expect(count(event, 'distinctVisitorIdByLinkedId')).toBe(1)
  })
})

describe('two at once from one machine', () => {
  it.each<[string, () => IngestDeps]>([
    ['in one process', () => desk.deps],
    ['in two processes, where the store alone can tell', anotherProcess],
  ])('are one visitor, new and then found, %s', async (_name, others) => {
    const [ada, tab] = await Promise.all([
      ingest(await arrival(desk), desk.deps),
      ingest(await arrival(desk), others()),
    ])
    expect(tab.view.visitorId).toBe(ada.view.visitorId)
    expect([ada.view.visitorFound, tab.view.visitorFound].sort()).toEqual([false, true])
  })
})

describe('when the visitor moved while the event was looked at', () => {
  it('evaluates again with what is true now', async () => {
    let overtaken = 0
    const deps = overtakenBy(async () => {
      overtaken += 1
      if (overtaken === 1) await ingest(await arrival(desk), anotherProcess())
    })
    const { event } = await ingest(await arrival(desk), deps)
    expect(event.identification).toMatchObject({ kind: 'frozen', found: true, lookAlikes: 0 })
    expect(overtaken).toBe(2)
    expect(await stored(event)).toEqual(event)
  })

  it.each([
    ['stored at the fifth attempt', 4, { status: 'fulfilled' }, 1],
    [
      'refused as unavailable after five, with nothing stored',
      5,
      { status: 'rejected', reason: { code: 'unavailable' } },
      0,
    ],
  ])('is %s', async (_name, moves, ending, count) => {
    const { token = '' } = await ingest(await arrival(desk), desk.deps)
    let overtaken = 0
    const rival = async () => {
      overtaken += 1
      if (overtaken > moves) return
      await ingest(await arrival(desk, aPayload(), { cookie: token }), anotherProcess())
    }
    const request = await arrival(desk, aPayload(chromeValues, { tag: 'mine' }), { cookie: token })
    const [outcome] = await Promise.allSettled([ingest(request, overtakenBy(rival))])
    const { session } = await desk.open(request)
    expect(outcome).toMatchObject(ending)
    expect(await desk.deps.ledger.sentBefore(session.id.bytes)).toHaveLength(count)
    expect(overtaken).toBe(5)
  })

  it('leaves the turn to the next when it gives up', async () => {
    const { token = '' } = await ingest(await arrival(desk), desk.deps)
    const again = () => arrival(desk, aPayload(), { cookie: token })
    const rival = async () => ingest(await again(), anotherProcess())
    await expect(ingest(await again(), overtakenBy(rival))).rejects.toMatchObject({ code: 'unavailable', status: 503 })
    const { event } = await ingest(await again(), desk.deps)
    expect(event.identification).toMatchObject({ kind: 'cookie', found: true })
    expect(event.at).toBe(ARRIVAL)
  })
})

describe('a late payload', () => {
  const { webdriver: _unread, ...slowToSay } = chromeValues
  let session: SessionAnswer
  let primary: Received
  let first: TracioEvent
  let cookie: string | undefined
  beforeEach(async () => {
    session = await desk.issue()
    primary = received(seal(session, aPayload(slowToSay)))
    const answered = await ingest(primary, desk.deps)
    first = answered.event
    cookie = answered.token
  })

  const late = (webdriver = true, part: ReceivedPart = {}): Received =>
    received(seal(session, aPayload({ webdriver }, { phase: 'late' })), { at: ARRIVAL + 60_000, ...part })
  const ofSession = async () => desk.deps.ledger.sentBefore((await desk.open(late())).session.id.bytes)

  it('leaves what was known of the address as it was, though another has come', async () => {
    const before = JSON.parse((await desk.deps.ledger.observations(aWorkspace, first.requestId)) ?? '')
    const intelligence = createMemoryIpIntelligence({ '192.0.2.1': { scope: 'global', place: aPlace() } })
    const { event } = await ingest(late(true, { ip: '198.51.100.9' }), { ...desk.deps, intelligence })
    expect(event).toMatchObject({ revision: 2, ip: '192.0.2.1' })
    const after = JSON.parse((await desk.deps.ledger.observations(aWorkspace, first.requestId)) ?? '')
    expect(after.ip).toEqual(before.ip)
    expect(after).toEqual(before)
    expect(await desk.deps.histories.observe(event)).toEqual({ zoneVisits7d: 0, zoneMismatches7d: 0 })
  })

  it('amends the event of its session, and answers with it', async () => {
    const { event, view } = await ingest(late(), desk.deps)
    expect(view).toMatchObject({ requestId: first.requestId, visitorId: first.identification.visitorId })
    expect(event).toMatchObject({ phase: 'late', revision: 2, at: ARRIVAL, bot: { result: 'bot' } })
    expect(event.identification).toEqual(first.identification)
    expect(await stored(event)).toEqual(event)
    expect(await desk.deps.ledger.revisions(aWorkspace, event.requestId)).toEqual([
      { event: first, replacedAt: ARRIVAL + 60_000 },
    ])
  })

  it('goes the five steps too, each timed once', async () => {
    const steps: Step[] = []
    const time: IngestDeps['time'] = (step, work) => {
      steps.push(step)
      return work()
    }
    await ingest(late(), { ...desk.deps, time })
    expect(steps).toEqual(['open', 'evaluate', 'observe', 'evaluate', 'append', 'answer'])
  })

  it('sets no cookie, and teaches nobody anything', async () => {
    const before = await desk.deps.ledger.holders(aWorkspace, first.identification.deviceHash ?? '')
    expect((await ingest(late(true, { cookie }), desk.deps)).token).toBeUndefined()
    expect((await ingest(late(false, { cookie }), desk.deps)).token).toBeUndefined()
    expect(before).toHaveLength(1)
    expect(await desk.deps.ledger.holders(aWorkspace, first.identification.deviceHash ?? '')).toEqual(before)
  })

  it('is answered again when it comes again, from whatever address, and stored once', async () => {
    const request = late()
    const again = await ingest(request, desk.deps)
    expect(await ingest({ ...request, ip: '192.0.2.9' }, desk.deps)).toEqual({ ...again, outcome: 'retried' })
    expect(await ofSession()).toHaveLength(1)
    expect(await desk.deps.ledger.revisions(aWorkspace, first.requestId)).toHaveLength(1)
  })

  it('is an event of its own, flagged, when another came before, and leaves the first as it is', async () => {
    const { event: amended } = await ingest(late(true), desk.deps)
    const { event: replay } = await ingest(late(false), desk.deps)
    expect(replay).toMatchObject({ phase: 'late', revision: 1, session: 'replayed' })
    expect(replay.requestId).not.toBe(first.requestId)
    expect(await stored(first)).toEqual(amended)
  })

  it('answers a retry of the primary payload with what the event is by now', async () => {
    const { event } = await ingest(late(), desk.deps)
    expect(await ingest(primary, desk.deps)).toMatchObject({ event, token: cookie })
  })

  it('waits for the primary payload that is under way', async () => {
    session = await desk.issue()
    const underWay = ingest(received(seal(session, aPayload(slowToSay))), desk.deps)
    const { event } = await ingest(late(), desk.deps)
    expect(event).toMatchObject({ requestId: (await underWay).event.requestId, revision: 2 })
  })

  it.each<[string, () => IngestDeps]>([
    ['in one process', () => desk.deps],
    ['in two processes, where the store alone can tell', anotherProcess],
  ])('wins once where two come at the same moment, %s: the other is a replay', async (_name, others) => {
    const both = await Promise.all([ingest(late(true), desk.deps), ingest(late(false), others())])
    expect(both.map(({ event }) => event.session).sort()).toEqual(['fresh', 'replayed'])
    expect(await ofSession()).toHaveLength(2)
    expect(await desk.deps.ledger.revisions(aWorkspace, first.requestId)).toHaveLength(1)
  })

  it('is judged again by what the event became meanwhile', async () => {
    let overtaken = 0
    const { ledger } = desk.deps
    const amend: typeof ledger.amend = async (...amendment) => {
      overtaken += 1
      const labelled = { ...first, revision: 2, tag: 'checked' }
      const label = { event: labelled, replacedAt: first.at, late: null }
      if (overtaken === 1) await ledger.amend(aWorkspace, first.requestId, 1, label)
      return ledger.amend(...amendment)
    }
    const { event } = await ingest(late(), { ...desk.deps, ledger: { ...ledger, amend } })
    expect(event).toMatchObject({ revision: 3, tag: 'checked', phase: 'late', bot: { result: 'bot' } })
    expect(overtaken).toBe(2)
  })

  it('is refused, and leaves nothing, when the visitor was erased before it or meanwhile', async () => {
    const { ledger } = desk.deps
    const erase = () => ledger.eraseVisitor(aWorkspace, first.identification.visitorId as VisitorId)
    const amend: typeof ledger.amend = async (...amendment) => {
      await erase()
      return ledger.amend(...amendment)
    }
    const conflict = { name: 'ApiError', code: 'conflict', status: 409 }
    await expect(ingest(late(), { ...desk.deps, ledger: { ...ledger, amend } })).rejects.toMatchObject(conflict)
    await expect(ingest(late(), desk.deps)).rejects.toMatchObject(conflict)
    expect(await ofSession()).toEqual([])
  })
})
