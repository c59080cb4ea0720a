import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectDocumented } from '../../test/documented-answers.ts'
import { aPayload, chromeValues } from '../../test/payloads.ts'
import { type RunningApp, runApp } from '../../test/running-app.ts'

const OPERATION = 'GET /api/v1/subscriptions/{id}/stats/daily'

let server: RunningApp
beforeAll(async () => {
  server = await runApp()
  await server.visit()
  await server.visit(aPayload({ ...chromeValues, webdriver: true }))
  server.clock.at += 2 * 86_400_000
  await server.visit()
})
afterAll(() => server.app.close())

const daily = async (query: string): Promise<unknown> => {
  const path = `/api/v1/subscriptions/${server.first.workspaceId}/stats/daily`
  return expectDocumented(server.app, OPERATION, await server.api(`${path}?${query}`))
}

it('counts by day, both ends included, and leaves empty days out', async () => {
  expect(await daily('from=2024-03-14&to=2024-03-16')).toMatchObject({
    ok: true,
    data: {
      days: [
        { day: '2024-03-14', environment: 'live', events: 2, bots: 1, denials: 1 },
        { day: '2024-03-16', environment: 'live', events: 1, bots: 0 },
      ],
    },
  })
  expect(await daily('from=2024-03-14&to=2024-03-16&environment=test')).toEqual({ ok: true, data: { days: [] } })
})

it.each([
  ['to=2024-03-14', '"from" is missing'],
  ['from=2024-03-14&to=2024-03-13', '"to" must be a day from "from" on'],
  ['from=2023-03-14&to=2024-03-15', '367 days in all at most'],
  ['from=2024-02-30&to=2024-03-01', '"from" must match format "date"'],
  ['from=2024-03-14&to=2024-03-14&env=live', '"env"'],
])('refuses %s', async (query, message) => {
  expect(await daily(query)).toMatchObject({ error: { message: expect.stringContaining(message) } })
})
