import type { EpochMs, WorkspaceId } from '@tracio/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aKey } from '../../test/directory-contract.ts'
import { aPayload, CHROME_USER_AGENT, chromeValues, seal } from '../../test/payloads.ts'
import { type RunningApp, runApp } from '../../test/running-app.ts'
import { hashApiSecret, newApiSecret } from '../auth/api-secret.ts'

const SHOP = 'https://shop.example'
const VISITOR = { ip: '192.0.2.77', userAgent: CHROME_USER_AGENT }
const OTHER = 'ws_cccccccccccccccc' as WorkspaceId

let server: RunningApp
const secrets = { events: newApiSecret(), other: newApiSecret() }
beforeAll(async () => {
  server = await runApp()
  const at = 0 as EpochMs
  const { workspaceId } = server.first
  await server.directory.addWorkspace(OTHER, 'other', at)
  const events = { workspaceId, name: 'events', scopes: ['events'] } as const
  await server.directory.addApiSecret(hashApiSecret(secrets.events), events, at)
  const other = { workspaceId: OTHER, name: 'other', scopes: ['identify'] } as const
  await server.directory.addApiSecret(hashApiSecret(secrets.other), other, at)
  const shop = aKey({ key: 'tracio_pk_shop', workspaceId, origins: [SHOP] })
  await server.directory.addPublicKey(shop, at)
})
afterAll(() => server.app.close())

/** A payload that a page of the shop collected. */
const collected = async (part: object = {}): Promise<string> =>
  seal(await server.session({ origin: SHOP }), aPayload(chromeValues, { ...part })).toString('base64url')

interface Answered {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

async function handOn(json: object, secret: string | null = server.first.apiSecret): Promise<Answered> {
  const authorization: Record<string, string> = secret === null ? {} : { authorization: `Bearer ${secret}` }
  const response = await fetch(`${server.url}/api/identify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'the backend', ...authorization },
    body: JSON.stringify(json),
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

it('identifies the visitor and not the backend', async () => {
  const { status, body } = await handOn({ payload: await collected({ extended: true }), ...VISITOR })
  expect([status, body]).toMatchObject([
    200,
    { products: { identification: { data: { ip: VISITOR.ip, userAgent: CHROME_USER_AGENT, session: 'fresh' } } } },
  ])
})

it('sets no cookie of its own, and says which one to set', async () => {
  const first = await handOn({ payload: await collected(), ...VISITOR })
  expect(first.headers.get('set-cookie')).toBeNull()
  const [, cookie = ''] = /^_tcid=([\w-]{30}); Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/.exec(
    String(first.body['setCookie']),
  ) ?? ['']
  const again = await handOn({ payload: await collected({ extended: true }), ...VISITOR, cookie })
  expect(again.body).toMatchObject({
    visitorId: first.body['visitorId'],
    products: { identification: { data: { cookie: 'known' } } },
  })
})

it('serves a key that only the page\u2019s origin may use', async () => {
  const session = await server.session({ origin: SHOP }, 'tracio_pk_shop')
  const { status } = await handOn({ payload: seal(session, aPayload()).toString('base64url'), ...VISITOR })
  expect(status).toBe(200)
})

describe('refuses', () => {
  it('a backend without a secret, because the session is of the page\u2019s origin', async () => {
    const { status, body } = await handOn({ payload: await collected() }, null)
    expect([status, body]).toMatchObject([400, { error: { code: 'session_unknown' } }])
  })
  it('to believe an address without a secret', async () => {
    const { status, body } = await handOn({ payload: await collected(), ...VISITOR }, null)
    expect([status, body]).toMatchObject([401, { error: { code: 'secret_invalid' } }])
  })
  it('to guess the address', async () => {
    const { status, body } = await handOn({ payload: await collected() })
    expect([status, body]).toMatchObject([400, { error: { code: 'request_malformed' } }])
    expect(JSON.stringify(body)).toContain('ip must')
  })
  it.each([
    ['a wrong secret', () => newApiSecret(), 401, 'secret_invalid'],
    ['a secret without the scope', () => secrets.events, 403, 'forbidden'],
    ['a secret of another workspace', () => secrets.other, 403, 'forbidden'],
  ])('%s', async (_name, secret, expected, code) => {
    const { status, body } = await handOn({ payload: await collected(), ...VISITOR }, secret())
    expect([status, body]).toMatchObject([expected, { error: { code } }])
  })
  it('a session that was not issued here', async () => {
    const payload = seal({ session: 'A'.repeat(59), key: 'A'.repeat(43) }, aPayload()).toString('base64url')
    const { status, body } = await handOn({ payload, ...VISITOR })
    expect([status, body]).toMatchObject([400, { error: { code: 'session_unknown' } }])
  })
})
