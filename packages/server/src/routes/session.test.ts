import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningApp, runApp, START } from '../../test/running-app.ts'

let server: RunningApp
beforeAll(async () => {
  server = await runApp()
})
afterAll(() => server.app.close())

it('hands out a session with its key and the time until which it is good', async () => {
  const response = await fetch(`${server.url}/api/session?k=${server.first.publicKey}`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({
    session: expect.stringMatching(/^[A-Za-z0-9_-]{48}$/),
    key: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    expiresAt: new Date(START + 10 * 60_000).toISOString(),
  })
})

it.each([
  ['an unknown key', '?k=tracio_pk_nobody', 401, 'key_unknown'],
  ['no key', '', 400, 'request_malformed'],
  ['an endless key', `?k=${'x'.repeat(129)}`, 400, 'request_malformed'],
])('refuses %s', async (_name, query, status, code) => {
  const response = await fetch(`${server.url}/api/session${query}`)
  expect([response.status, await response.json()]).toMatchObject([status, { ok: false, error: { code } }])
})
