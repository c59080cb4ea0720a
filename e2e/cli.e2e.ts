import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aPayload, CHROME_USER_AGENT, type SessionAnswer, seal } from '../packages/server/test/payloads.ts'
import { type Ended, runCli } from '../packages/server/test/run-cli.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

let tracio: TracioServer
beforeEach(async () => {
  tracio = await startTracio()
})
afterEach(() => tracio.dispose())

/** A running server rereads its keys after five seconds; a second is for slow machines. */
const OBEYED_MS = 6000

const cli = (...args: readonly string[]): Promise<Ended> => runCli(args, { TRACIO_DATA_DIR: tracio.dataDir })

/** What a command prints, which must end well. */
async function json(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { code, out, err } = await cli(...args, '--json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

const sessionOf = async (key: string, origin?: string) => {
  const response = await fetch(`${tracio.url}/api/session?k=${key}`, origin ? { headers: { origin } } : {})
  return { status: response.status, body: await response.json() }
}

async function identify(session: SessionAnswer): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'user-agent': CHROME_USER_AGENT }
  const response = await fetch(`${tracio.url}/api/identify`, {
    method: 'POST',
    body: seal(session, aPayload()),
    headers,
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** Status and error code of a read with a secret. */
async function read(secret: string): Promise<readonly unknown[]> {
  const headers = { authorization: `Bearer ${secret}` }
  const response = await fetch(`${tracio.url}/api/v1/events/1_none`, { headers })
  return [response.status, Object(await response.json()).error?.code]
}

const makeSecret = async (...args: readonly string[]) =>
  Object((await json('keys', 'secrets', 'create', '--name', 'backend', '--scope', 'events', ...args))['secret'])

/** Waits until `look` gives what is expected, for as long as a server may take to obey. */
async function within(ms: number, look: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect.poll(look, { timeout: ms, interval: 200 }).toEqual(expected)
}

it('obeys a key that is made, bound to an origin and revoked beside it, also for sessions issued before', async () => {
  const { key } = await json('keys', 'create', '--name', 'shop', '--origin', 'https://shop.example')
  const text = String(Object(key).key)
  const statusFrom = (origin: string) => async () => (await sessionOf(text, origin)).status
  await within(OBEYED_MS, statusFrom('https://shop.example'), 200)
  expect((await sessionOf(text, 'https://other.example')).status).toBe(403)
  await json('keys', 'update', text, '--any-origin')
  await within(OBEYED_MS, statusFrom('https://other.example'), 200)

  const issued = (await sessionOf(text)).body as SessionAnswer
  await json('keys', 'revoke', text)
  await within(OBEYED_MS, async () => Object((await sessionOf(text)).body).error?.code, 'key_unknown')
  expect(await identify(issued)).toMatchObject({ status: 401, body: { error: { code: 'key_unknown' } } })
})

it('obeys a secret that is made, revoked or expires, and the networks it is bound to', async () => {
  const plain = await makeSecret()
  expect(await read(plain.secret)).toEqual([404, 'not_found'])
  await json('keys', 'secrets', 'revoke', plain.id)
  expect(await read(plain.secret)).toEqual([401, 'secret_invalid'])

  const brief = await makeSecret('--expires', '3s')
  expect(await read(brief.secret)).toEqual([404, 'not_found'])
  await within(5000, () => read(brief.secret), [401, 'secret_invalid'])

  const elsewhere = await makeSecret('--network', '203.0.113.0/24')
  expect(await read(elsewhere.secret)).toEqual([403, 'forbidden'])
  const here = await makeSecret('--network', '127.0.0.0/8', '--network', '::1')
  expect(await read(here.secret)).toEqual([404, 'not_found'])
})

it('finds, explains and erases what the running server stored, and the browser is somebody new', async () => {
  const visit = async () => identify((await sessionOf(tracio.publicKey)).body as SessionAnswer)
  const first = (await visit()).body
  const { events } = await json('events', 'search', '--visitor-id', String(first['visitorId']))
  expect(events).toMatchObject([{ request_id: first['requestId'] }])
  expect(await json('events', 'explain', String(first['requestId']))).toMatchObject({
    explanation: { identification: { match: 'new' }, signals: expect.any(Array), observations: expect.any(Object) },
  })
  await json('visitors', 'delete', String(first['visitorId']), '--yes')
  expect(await tracio.api(`/api/v1/events/${first['requestId']}`)).toMatchObject({ status: 404 })
  const second = (await visit()).body
  expect(second).toMatchObject({ visitorFound: false })
  expect(second['visitorId']).not.toBe(first['visitorId'])
})

it('says so when an erasure cannot be finished because somebody keeps reading, and the next start finishes it', async () => {
  const { requestId, visitorId } = (await identify((await sessionOf(tracio.publicKey)).body as SessionAnswer)).body
  const reader = new DatabaseSync(join(tracio.dataDir, 'tracio.sqlite'), { readOnly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM events').get()
  expect(await cli('visitors', 'delete', String(visitorId), '--yes')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(
      /^The visitor is unknown from now on, [^\n]* The next start of the server finishes it\.\n$/,
    ),
  })
  reader.exec('COMMIT')
  reader.close()
  expect(await tracio.api(`/api/v1/events/${requestId}`)).toMatchObject({ status: 404 })
  await tracio.end('SIGTERM')
  tracio = await tracio.restart()
  const db = new DatabaseSync(join(tracio.dataDir, 'tracio.sqlite'), { readOnly: true })
  const pending = () => Promise.resolve(db.prepare('SELECT count(*) AS n FROM erasures').get()?.['n'])
  await within(5000, pending, 0)
  db.close()
})

it('is found healthy by the doctor while it runs, and not migrated under its feet', async () => {
  const { port } = new URL(tracio.url)
  const env = { TRACIO_DATA_DIR: tracio.dataDir, TRACIO_PORT: port }
  const { code, out } = await runCli(['doctor', '--json'], env)
  expect(code).toBe(0)
  expect(JSON.parse(out).findings).toContainEqual(
    expect.objectContaining({ check: 'port', found: expect.stringContaining('A TRACIO server answers') }),
  )
  expect(await json('migrate', '--check')).toMatchObject({ pending: 0 })
})
