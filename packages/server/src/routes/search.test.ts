import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectDocumented } from '../../test/documented-answers.ts'
import { aPayload, chromeValues } from '../../test/payloads.ts'
import { type RunningApp, runApp, START } from '../../test/running-app.ts'

const OPERATION = 'GET /api/v1/subscriptions/{id}/events/search'

interface Found {
  readonly data: { readonly events: readonly Record<string, unknown>[]; readonly next_cursor: string | null }
}

let server: RunningApp
beforeAll(async () => {
  server = await runApp()
  await server.visit(aPayload(chromeValues, { linkedId: 'user_1', tag: 'login' }))
  server.clock.at += 1000
  await server.visit(aPayload({ ...chromeValues, webdriver: true }, { tag: 'checkout' }))
  server.clock.at += 1000
  await server.visit(aPayload(chromeValues, { linkedId: 'user_1', tag: 'checkout' }))
})
afterAll(() => server.app.close())

const search = (query: string): Promise<Response> =>
  server.api(`/api/v1/subscriptions/${server.first.workspaceId}/events/search${query}`)

async function found(query: string): Promise<Found['data']> {
  const response = await search(query)
  expect(response.headers.get('cache-control')).toBe('no-store')
  // Just held against the schema that says so.
  return ((await expectDocumented(server.app, OPERATION, response)) as Found).data
}

const tagsOf = ({ events }: Found['data']): unknown[] => events.map(({ tag }) => tag)

it('gives every event, flat, newest first', async () => {
  const { events, next_cursor } = await found('')
  expect(events.map(({ timestamp }) => Date.parse(String(timestamp)))).toEqual([START + 2000, START + 1000, START])
  expect(next_cursor).toBeNull()
})

it.each([
  ['?linked_id=user_1', ['checkout', 'login']],
  ['?bot_result=bot&min_risk_score=81&decision=deny', ['checkout']],
  ['?tag=checkout&order=oldest', ['checkout', 'checkout']],
  [`?from=${new Date(START + 1000).toISOString()}&to=${new Date(START + 2000).toISOString()}`, ['checkout']],
  ['?browser_name=Chrome&os_name=Linux&device=desktop&visit_type=new&match=new', ['login']],
  ['?ip=192.0.2.77', []],
])('finds by %s', async (query, tags) => {
  expect(tagsOf(await found(query))).toEqual(tags)
})

it('goes through the pages by cursor', async () => {
  const tags: unknown[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Found['data'] = await found(`?limit=1&order=oldest${cursor === '' ? '' : `&cursor=${cursor}`}`)
    tags.push(...tagsOf(page))
    cursor = page.next_cursor
  }
  expect(tags).toEqual(['login', 'checkout', 'checkout'])
})

describe('refuses, by name,', () => {
  it.each([
    ['?lmit=5', '"lmit"'],
    ['?limit=0', '"limit" must be >= 1'],
    ['?limit=101', '"limit" must be <= 100'],
    ['?limit=ten', '"limit" must be integer'],
    ['?order=random', '"order" must be one of newest, oldest'],
    ['?from=yesterday', '"from" must be a time such as'],
    ['?to=1710432000', '"to" must be a time such as'],
    ['?visitor_id=', '"visitor_id" must NOT have fewer than 1'],
    [`?linked_id=${'x'.repeat(257)}`, '"linked_id" must NOT have more than 256'],
    ['?ip=localhost', '"ip" must be an IPv4 or IPv6 address'],
    ['?device_hash=xyz', '"device_hash" must match'],
    ['?bot_result=bad', '"bot_result" must be one of bot, human, uncertain'],
    ['?risk_level=huge', '"risk_level" must be one of'],
    ['?min_risk_score=-1', '"min_risk_score" must be >= 0'],
    ['?max_risk_score=101', '"max_risk_score" must be <= 100'],
    ['?decision=block', '"decision" must be one of'],
    ['?session=old', '"session" must be one of'],
    ['?environment=prod', '"environment" must be one of'],
    ['?device=phone', '"device" must be one of'],
    ['?visit_type=first', '"visit_type" must be one of'],
    ['?is_vpn=unknown', '"is_vpn" must be true or false'],
    ['?match=ip', '"match" must be one of'],
    ['?tag=a&tag=b', '"tag" must be string'],
    ['?cursor=abc', '"cursor" must be the cursor of the page before'],
    [`?cursor=${'A'.repeat(35)}`, '"cursor" must NOT have more than'],
  ])('%s', async (query, message) => {
    const response = await search(query)
    expect(response.status).toBe(400)
    expect(await expectDocumented(server.app, OPERATION, response)).toMatchObject({
      error: { code: 'request_malformed', message: expect.stringContaining(message) },
    })
  })

  it('a cursor of another filter', async () => {
    const { next_cursor } = await found('?limit=1&tag=checkout')
    expect((await search(`?limit=1&tag=login&cursor=${next_cursor}`)).status).toBe(400)
    expect((await search(`?limit=1&tag=checkout&order=oldest&cursor=${next_cursor}`)).status).toBe(400)
    expect((await search(`?limit=2&tag=checkout&cursor=${next_cursor}`)).status).toBe(200)
  })
})

it.each([
  ['too_slow', 422, 'query_too_slow', null],
  ['busy', 503, 'unavailable', '1'],
] as const)('answers a search that was %s with %i', async (refused, status, code, retryAfter) => {
  const broken = await runApp({
    search: {
      search: async () => ({ refused }),
      serialized: async () => ({ refused }),
      visitor: async () => ({ refused }),
      daily: async () => ({ refused }),
      close: async () => undefined,
    },
  })
  const workspace = `/api/v1/subscriptions/${broken.first.workspaceId}`
  for (const path of [
    `${workspace}/events/search`,
    `${workspace}/visitors/ada`,
    '/api/v1/visitors/ada',
    `${workspace}/stats/daily?from=2024-03-14&to=2024-03-14`,
  ]) {
    const response = await broken.api(path)
    expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, status, retryAfter])
    expect(await response.json()).toMatchObject({ ok: false, error: { code } })
  }
  await broken.app.close()
})
