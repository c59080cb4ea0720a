import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aFeed } from '../../test/a-feed.ts'
import { expectDocumented } from '../../test/documented-answers.ts'
import { aPlaceDatabase } from '../../test/place-database.ts'
import { runApp } from '../../test/running-app.ts'
import { newFeedState } from '../ip/feeds/feed-state.ts'
import { type FeedStatus, feedStatus } from '../ip/feeds/feed-status.ts'

const status = (id: string, part: Partial<FeedStatus>): FeedStatus => ({
  ...feedStatus({ feed: aFeed({ id, licence: 'MIT', attribution: 'its makers' }), enabled: true }, newFeedState, 0),
  ...part,
})

const at = Date.UTC(2026, 10, 1) as EpochMs

it('tells of every feed and list what it is worth, and of nobody’s tokens', async () => {
  const server = await runApp({
    feeds: {
      statuses: () => [
        status('good', { condition: 'fresh', entries: 7, rejected: 1, rejectedExamples: ['garbage'], asOf: at }),
        status('bad', { failures: 2, problem: { at, code: 'http_status', message: 'It answered 500.' } }),
      ],
      listStatuses: () => [
        {
          ...{ id: 'operator_office', kind: 'office', entries: 3, rejected: 0, rejectedExamples: [], asOf: at },
          problem: { code: 'too_big', message: 'The file has more than 1 byte.' },
        },
      ],
    },
  })
  const response = await server.api(`/api/v1/subscriptions/${server.first.workspaceId}/feeds`)
  const answer = await expectDocumented(server.app, 'GET /api/v1/subscriptions/{id}/feeds', response)
  expect(answer).toMatchObject({
    ok: true,
    data: {
      feeds: [
        {
          id: 'good',
          condition: 'fresh',
          clears: [4, 6],
          entries: 7,
          as_of: '2026-11-01T00:00:00.000Z',
          error: null,
          licence: 'MIT',
          attribution: 'its makers',
        },
        {
          id: 'bad',
          condition: 'never_fetched',
          entries: null,
          failures: 2,
          error: { code: 'http_status', at: '2026-11-01T00:00:00.000Z' },
        },
      ],
      lists: [{ id: 'operator_office', entries: 3, error: { code: 'too_big' } }],
    },
  })
  expect(JSON.stringify(answer)).not.toMatch(/https?:|garbage/)
  await server.app.close()
})

it('tells which databases of networks and places answer, how old they are, and whom to credit', async () => {
  const credit = { text: 'IP Geolocation by DB-IP', url: 'https://db-ip.com' }
  const server = await runApp({
    databases: () => ({
      networks: { name: 'its collectors', builtOn: '2026-06-17', version: '2.3' },
      places: { level: 'city', databases: [aPlaceDatabase({ old: 'older than 60 days' })], credits: [credit] },
    }),
  })
  const response = await server.api(`/api/v1/subscriptions/${server.first.workspaceId}/feeds`)
  expect(await expectDocumented(server.app, 'GET /api/v1/subscriptions/{id}/feeds', response)).toMatchObject({
    data: {
      networks: { name: 'its collectors', built_on: '2026-06-17', missing: null },
      places: {
        level: 'city',
        databases: [{ id: 'dbip_city_lite', age_days: 31, old: 'older than 60 days', gives: ['city'] }],
        credits: [credit],
      },
    },
  })
  await server.app.close()
})

it('says why there is no database', async () => {
  const server = await runApp()
  const response = await server.api(`/api/v1/subscriptions/${server.first.workspaceId}/feeds`)
  expect(await expectDocumented(server.app, 'GET /api/v1/subscriptions/{id}/feeds', response)).toMatchObject({
    data: { networks: { name: null, missing: 'None.' }, places: { level: 'none', databases: [], credits: [] } },
  })
  await server.app.close()
})
