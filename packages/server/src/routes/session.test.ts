import type { EpochMs } from '@tracio/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aKey } from '../../test/directory-contract.ts'
import { type RunningApp, runApp, START } from '../../test/running-app.ts'
import { turnOffers } from '../turn/offer-turn.ts'
import { createTurnCredentials } from '../turn/turn-credentials.ts'

let server: RunningApp
beforeAll(async () => {
  server = await runApp()
  const { workspaceId } = server.first
  const obeying = aKey({ key: 'tracio_pk_obeys', workspaceId, privacyControl: 'obey' })
  await server.directory.addPublicKey(obeying, 0 as EpochMs)
})
afterAll(() => server.app.close())

it('hands out a session with its key and the time until which it is good', async () => {
  const response = await fetch(`${server.url}/api/session?k=${server.first.publicKey}`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({
    session: expect.stringMatching(/^[A-Za-z0-9_-]{59}$/),
    key: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    expiresAt: new Date(START + 10 * 60_000).toISOString(),
  })
})

it.each([
  ['an unknown key', '?k=tracio_pk_nobody', 401, 'key_unknown'],
  ['no key', '', 400, 'request_malformed'],
  ['a privacy control that is no answer', `?k=tracio_pk_obeys&gpc=yes`, 400, 'request_malformed'],
  ['an endless key', `?k=${'x'.repeat(129)}`, 400, 'request_malformed'],
])('refuses %s', async (_name, query, status, code) => {
  const response = await fetch(`${server.url}/api/session${query}`)
  expect([response.status, await response.json()]).toMatchObject([status, { ok: false, error: { code } }])
})

it.each<[string, string, Record<string, string>, number]>([
  ['the header asks', '?k=tracio_pk_obeys', { 'sec-gpc': '1' }, 403],
  ['the navigator asks', '?k=tracio_pk_obeys&gpc=1', {}, 403],
  ['nobody asks', '?k=tracio_pk_obeys', {}, 200],
])('obeys Global Privacy Control where the key says so: %s', async (_name, query, headers, status) => {
  const response = await fetch(`${server.url}/api/session${query}`, {
    headers: { origin: 'https://a.example', ...headers },
  })
  const answer = status === 403 ? { ok: false, error: { code: 'privacy_opt_out' } } : { session: expect.any(String) }
  expect([response.status, await response.json()]).toMatchObject([status, answer])
  // The page has to read the refusal, so it keeps its CORS headers.
  expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example')
})

it('hands a session to whoever asks for privacy where the key only reports', async () => {
  const { publicKey } = server.first
  const response = await fetch(`${server.url}/api/session?k=${publicKey}&gpc=1`, { headers: { 'sec-gpc': '1' } })
  expect(response.status).toBe(200)
})

it('offers the TURN server of this session where an observer runs', async () => {
  const credentials = createTurnCredentials('north')
  const offering = await runApp({ offerTurn: turnOffers({ host: undefined, port: 3478 }, credentials) })
  const { session, turn } = await offering.session()
  const id = Buffer.from(session, 'base64url').subarray(0, 20)
  expect(turn).toEqual({
    urls: 'turn:localhost:3478?transport=udp',
    ...credentials.issue(id, (START + 10 * 60_000) as EpochMs),
  })
  await offering.app.close()
})
