import type { RequestId } from '@tracio/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPayload } from '../../test/payloads.ts'
import { type RunningApp, runApp } from '../../test/running-app.ts'

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
