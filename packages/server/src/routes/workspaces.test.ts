import { readFileSync } from 'node:fs'
import type { EpochMs, WorkspaceId } from '@tracio/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPayload } from '../../test/payloads.ts'
import { type RunningApp, runApp, type Visit } from '../../test/running-app.ts'
import { hashApiSecret, newApiSecret } from '../auth/api-secret.ts'

const THEIR_WORKSPACE = 'ws_theirs0000000000' as WorkspaceId
const THEIR_KEY = `tracio_pk_${'b'.repeat(40)}`
const theirSecret = newApiSecret()

let server: RunningApp
let ours: Visit
let theirs: Visit
const routes = new Set<string>()
beforeAll(async () => {
  server = await runApp({
    onRoute: ({ method, url }) => {
      if (url.startsWith('/api/v1/') && method !== 'HEAD') routes.add(`${String(method)} ${url}`)
    },
  })
  const { directory } = server
  await directory.addWorkspace(THEIR_WORKSPACE, 'theirs', 0 as EpochMs)
  const key = {
    workspaceId: THEIR_WORKSPACE,
    name: 'live',
    environment: 'live',
    answerLevel: 'id',
    origins: [],
    privacyControl: 'report',
  } as const
  await directory.addPublicKey({ ...key, key: THEIR_KEY }, 0 as EpochMs)
  const scopes = ['identify', 'events', 'signals', 'admin'] as const
  const secret = { workspaceId: THEIR_WORKSPACE, name: 'theirs', scopes }
  await directory.addApiSecret(hashApiSecret(theirSecret), secret, 0 as EpochMs)
  const payload = aPayload(undefined, { linkedId: 'user_1', tag: 'login' })
  ours = await server.visit(payload)
  theirs = await server.visit(payload, {}, THEIR_KEY)
})
afterAll(() => server.app.close())

/** A route's path with everything filled in. */
const fill = (path: string, id: string, { body }: Visit): string =>
  path.replace(':id', id).replace(':requestId', body.requestId).replace(':visitorId', body.visitorId)

const QUERY: Readonly<Record<string, string>> = {
  'GET /api/v1/subscriptions/:id/stats/daily': '?from=2024-03-14&to=2024-03-14',
}

/** Every route of the API: what it answers who asks for another workspace's things under the own workspace. */
const table: readonly (readonly [string, number])[] = [
  ['GET /api/v1/events/:requestId', 404],
  ['GET /api/v1/visitors/:visitorId', 404],
  ['DELETE /api/v1/visitors/:visitorId', 404],
  ['GET /api/v1/subscriptions/:id/events/:requestId', 404],
  ['GET /api/v1/subscriptions/:id/events/:requestId/explain', 404],
  ['GET /api/v1/subscriptions/:id/events/:requestId/signals', 404],
  ['GET /api/v1/subscriptions/:id/events/search', 200],
  ['GET /api/v1/subscriptions/:id/visitors/:visitorId', 404],
  ['DELETE /api/v1/subscriptions/:id/visitors/:visitorId', 404],
  ['GET /api/v1/subscriptions/:id/stats/daily', 200],
  ['GET /api/v1/subscriptions/:id/feeds', 200],
]

it('is held for every route of the API', () => {
  expect([...routes].sort()).toEqual(table.map(([route]) => route).sort())
})

it('is told of every route in the manual', () => {
  const manual = readFileSync(new URL('../../../../docs/api.md', import.meta.url), 'utf8')
  expect(table.map(([route]) => route).filter((route) => !manual.includes(`\`${route}\``))).toEqual([])
})

it.each(table)('%s is kept in no cache, and takes no parameter that it does not know', async (route) => {
  const [method = '', path = ''] = route.split(' ')
  const response = await server.api(`${fill(path, server.first.workspaceId, ours)}?surprise=1`, { method })
  expect([response.status, response.headers.get('cache-control')]).toEqual([400, 'no-store'])
  expect(await response.text()).toContain('surprise')
})

it.each(table)('%s shows nothing of another workspace under the own one', async (route, status) => {
  const [method = '', path = ''] = route.split(' ')
  const response = await server.api(`${fill(path, server.first.workspaceId, theirs)}${QUERY[route] ?? ''}`, { method })
  const text = await response.text()
  expect([response.status, text.includes(theirs.body.requestId)]).toEqual([status, false])
})

it.each(table.filter(([route]) => route.includes(':id')))(
  '%s keeps everybody out of another workspace',
  async (route) => {
    const [method = '', path = ''] = route.split(' ')
    for (const visit of [ours, theirs]) {
      const response = await server.api(`${fill(path, THEIR_WORKSPACE, visit)}${QUERY[route] ?? ''}`, { method })
      expect([response.status, await response.json()]).toMatchObject([403, { error: { code: 'forbidden' } }])
    }
  },
)

it.each(table.filter(([route]) => route.startsWith('GET')))('%s answers who owns it', async (route) => {
  const [, path = ''] = route.split(' ')
  const headers = { authorization: `Bearer ${theirSecret}` }
  const response = await server.api(`${fill(path, THEIR_WORKSPACE, theirs)}${QUERY[route] ?? ''}`, { headers })
  const text = await response.text()
  expect([response.status, text.includes(ours.body.requestId)]).toEqual([200, false])
})

it.each([`linked_id=user_1`, `tag=login`, `ip=127.0.0.1`, 'bot_result=human', 'limit=100'])(
  'a search by %s finds the own events only',
  async (query) => {
    const response = await server.api(`/api/v1/subscriptions/${server.first.workspaceId}/events/search?${query}`)
    expect(await response.json()).toMatchObject({ data: { events: [{ request_id: ours.body.requestId }] } })
    const none = await server.api(
      `/api/v1/subscriptions/${server.first.workspaceId}/events/search?visitor_id=${theirs.body.visitorId}`,
    )
    expect(await none.json()).toMatchObject({ data: { events: [] } })
  },
)
