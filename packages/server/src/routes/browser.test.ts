import type { EpochMs } from '@tracio/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aKey } from '../../test/directory-contract.ts'
import { aPayload, seal } from '../../test/payloads.ts'
import { type RunningApp, runApp } from '../../test/running-app.ts'

const SHOP = 'https://shop.example'
let server: RunningApp
beforeAll(async () => {
  server = await runApp()
  const { workspaceId } = server.first
  await server.directory.addPublicKey(aKey({ key: 'tracio_pk_shop', workspaceId, origins: [SHOP] }), 0 as EpochMs)
})
afterAll(() => server.app.close())

const cors = (response: Response): Record<string, string | null> => ({
  origin: response.headers.get('access-control-allow-origin'),
  credentials: response.headers.get('access-control-allow-credentials'),
  methods: response.headers.get('access-control-allow-methods'),
  headers: response.headers.get('access-control-allow-headers'),
})

it.each(['/api/identify', '/', '/api/session', '/health'])(
  'answers a preflight of %s with 204 and all headers',
  async (path) => {
    const response = await fetch(`${server.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin: SHOP,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(response.status).toBe(204)
    expect(cors(response)).toEqual({
      origin: SHOP,
      credentials: 'true',
      methods: 'GET, POST, OPTIONS',
      headers: 'Content-Type, Authorization',
    })
  },
)

it('answers a raw OPTIONS request in the same way', async () => {
  const response = await fetch(`${server.url}/`, { method: 'OPTIONS', headers: { origin: SHOP } })
  expect([response.status, cors(response)['origin']]).toEqual([204, SHOP])
})

it('echoes the origin with credentials, never a star, also on errors', async () => {
  const fine = await fetch(`${server.url}/api/session?k=${server.first.publicKey}`, { headers: { origin: SHOP } })
  const wrong = await fetch(`${server.url}/api/session?k=nobody`, { headers: { origin: SHOP } })
  const broken = await server.post('junk', { origin: SHOP })
  expect([fine.status, wrong.status, broken.status]).toEqual([200, 401, 400])
  for (const response of [fine, wrong, broken]) {
    expect(cors(response)).toMatchObject({ origin: SHOP, credentials: 'true' })
    expect(response.headers.get('vary')).toContain('Origin')
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
})

it('gives a key with allowed origins to those origins only, and shows others nothing', async () => {
  const ask = (origin: string) => fetch(`${server.url}/api/session?k=tracio_pk_shop`, { headers: { origin } })
  expect((await ask(SHOP)).status).toBe(200)
  const evil = await ask('https://evil.example')
  expect([evil.status, await evil.json()]).toMatchObject([403, { error: { code: 'origin_not_allowed' } }])
  expect(cors(evil)['origin']).toBeNull()
})

it('binds a session to the origin that fetched it', async () => {
  const session = await server.session({ origin: SHOP })
  const elsewhere = await server.post(seal(session, aPayload()), { origin: 'https://evil.example' })
  expect([elsewhere.status, await elsewhere.json()]).toMatchObject([400, { error: { code: 'session_unknown' } }])
  expect((await server.post(seal(session, aPayload()), { origin: SHOP })).status).toBe(200)
})

it('speaks no CORS on the backend’s API', async () => {
  const response = await server.api('/api/v1/events/1_a', { headers: { origin: SHOP } })
  expect(cors(response)['origin']).toBeNull()
})
