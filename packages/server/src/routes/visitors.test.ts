import type { RequestId } from '@tracio/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectDocumented } from '../../test/documented-answers.ts'
import { aPayload } from '../../test/payloads.ts'
import { type RunningApp, runApp, START } from '../../test/running-app.ts'

let server: RunningApp
beforeAll(async () => {
  server = await runApp()
})
afterAll(() => server.app.close())

it('erases a visitor: events are gone, and the same browser is somebody new', async () => {
  const first = await server.visit()
  const erased = await server.api(`/api/v1/visitors/${first.body.visitorId}`, { method: 'DELETE' })
  expect([erased.status, await erased.json()]).toEqual([
    200,
    { ok: true, data: { visitorId: first.body.visitorId, erased: true } },
  ])
  expect((await server.api(`/api/v1/events/${first.body.requestId}`)).status).toBe(404)
  const second = await server.visit({ ...aPayload(), extended: true }, { cookie: first.cookie })
  expect(second.body.visitorId).not.toBe(first.body.visitorId)
  expect(second.body).toMatchObject({
    visitorFound: false,
    products: { identification: { data: { cookie: 'unknown' } } },
  })
  const { metrics } =
    (await server.ledger.event(server.first.workspaceId, second.body.requestId as RequestId))?.velocity ?? {}
  expect(metrics).toMatchObject({ events: [1, 1, 1], ipEvents: [2, 2, 2] })
  const again = await server.api(`/api/v1/visitors/${first.body.visitorId}`, { method: 'DELETE' })
  expect([again.status, await again.json()]).toMatchObject([404, { error: { code: 'not_found' } }])
})

it('needs a secret', async () => {
  const response = await fetch(`${server.url}/api/v1/visitors/x`, { method: 'DELETE' })
  expect(response.status).toBe(401)
})

describe('tells a visitor’s history', () => {
  const PRODUCTS = 'GET /api/v1/visitors/{visitorId}'
  const FLAT = 'GET /api/v1/subscriptions/{id}/visitors/{visitorId}'

  interface History {
    readonly visits: readonly { readonly requestId: string }[]
    readonly lastTimestamp?: number
    readonly paginationKey?: string
  }

  let other: RunningApp
  let id: string
  const requests: string[] = []
  beforeAll(async () => {
    other = await runApp()
    let cookie = ''
    for (const linkedId of ['user_1', 'user_2', 'user_1']) {
      const visit = await other.visit(aPayload(undefined, { linkedId }), cookie === '' ? {} : { cookie })
      requests.unshift(visit.body.requestId)
      cookie = visit.cookie
      id = visit.body.visitorId
      other.clock.at += 1000
    }
  })
  afterAll(() => other.app.close())

  const history = async (query = ''): Promise<History> => {
    const answer = await expectDocumented(other.app, PRODUCTS, await other.api(`/api/v1/visitors/${id}${query}`))
    // Just held against the schema that says so.
    return answer as History
  }

  it('by product, newest visits first', async () => {
    const whole = await history()
    expect(whole).toMatchObject({
      visitorId: id,
      firstSeenAt: new Date(START).toISOString(),
      lastSeenAt: new Date(START + 2000).toISOString(),
      visitCount: 3,
      linkedIds: ['user_1', 'user_2'],
      visits: requests.map((requestId, index) => ({
        requestId,
        timestamp: START + 2000 - index * 1000,
        products: { identification: { data: { visitorId: id } } },
      })),
    })
    expect(whole).not.toHaveProperty('paginationKey')
  })

  it.each(['paginationKey', 'cursor'])('page by page, by %s', async (name) => {
    const first = await history('?limit=2')
    expect(first.lastTimestamp).toBe(START + 1000)
    const second = await history(`?limit=2&${name}=${first.paginationKey}`)
    expect([...first.visits, ...second.visits].map(({ requestId }) => requestId)).toEqual(requests)
  })

  it('under one account', async () => {
    expect((await history('?linked_id=user_2')).visits.map(({ requestId }) => requestId)).toEqual([requests[1]])
    expect((await history('?linked_id=user_3')).visits).toEqual([])
  })

  it('flat, under the workspace, with what it sums up to', async () => {
    const path = `/api/v1/subscriptions/${other.first.workspaceId}/visitors/${id}`
    expect(await expectDocumented(other.app, FLAT, await other.api(`${path}?limit=2`))).toMatchObject({
      ok: true,
      data: {
        visitor_id: id,
        visit_count: 3,
        event_count: 3,
        linked_ids: ['user_1', 'user_2'],
        last_event: { request_id: requests[0] },
        events: [{ request_id: requests[0] }, { request_id: requests[1] }],
        next_cursor: expect.any(String),
      },
    })
  })

  it('of nobody whom it does not know', async () => {
    for (const path of ['/api/v1/visitors/x', `/api/v1/subscriptions/${other.first.workspaceId}/visitors/x`]) {
      const response = await other.api(path)
      expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'not_found' } }])
    }
  })

  it('no more once the visitor is erased under the workspace', async () => {
    const path = `/api/v1/subscriptions/${other.first.workspaceId}/visitors/${id}`
    const erased = await other.api(path, { method: 'DELETE' })
    expect(await expectDocumented(other.app, `DELETE ${FLAT.slice(4)}`, erased)).toEqual({
      ok: true,
      data: { visitor_id: id, erased: true },
    })
    expect((await other.api(path)).status).toBe(404)
  })
})
