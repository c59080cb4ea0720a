import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import { createSecretBox } from '../src/adapters/secret-box.ts'
import { openDatabase } from '../src/adapters/sqlite/database.ts'
import { createSqliteDirectory } from '../src/adapters/sqlite/directory.ts'
import { createSqliteLedger } from '../src/adapters/sqlite/ledger.ts'
import type { WhenFull } from '../src/keep.ts'
import { ledgerWithRoom } from '../src/ledger-with-room.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import type { Ledger } from '../src/ports/ledger.ts'
import { type StorageRoom, watchRoom } from '../src/storage-room.ts'
import { aPayload, chromeValues, seal } from './payloads.ts'
import { type RunningApp, runApp, type Visit } from './running-app.ts'

const RESERVE = 1000
const SHOP = 'https://shop.example'
/** What SQLite takes for no limit (sqlite.org/limits.html). */
const NO_LIMIT = 4_294_967_294

let server: RunningApp
let ledger: Ledger
let db: DatabaseSync
let room: StorageRoom
let disk: { free: number }
afterEach(async () => {
  await server.app.close()
  room.close()
  await ledger.close()
})

/** The server on a real database file, whose size SQLite itself can be told to limit. */
async function start(whenFull: WhenFull): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'tracio-full-')), 'tracio.sqlite')
  db = openDatabase({ file, synchronous: 'normal' })
  disk = { free: RESERVE }
  room = await watchRoom({
    measure: async () => disk.free,
    reserveBytes: RESERVE,
    now: Date.now,
    report: () => undefined,
    everyMs: 10,
  })
  const directory = createSqliteDirectory(db, createSecretBox(Buffer.alloc(32)))
  ledger = ledgerWithRoom(createSqliteLedger(db), room)
  server = await runApp({ whenFull, room, metrics: createMetrics() }, undefined, { directory, ledger })
}

const pages = (): number => Number(db.prepare('PRAGMA page_count').get()?.['page_count'])
const allow = (count: number): void => db.exec(`PRAGMA max_page_count = ${count}`)

const visit = (machine: number, headers: Record<string, string> = {}): Promise<Visit> =>
  server.visit(aPayload({ ...chromeValues, canvas: { winding: true, geometry: `m${machine}`, text: 'x' } }), headers)

/** Visits until the database takes no more; those that were answered. */
async function fill(): Promise<readonly Visit[]> {
  allow(pages() + 40)
  const answered: Visit[] = []
  for (let machine = 0; machine < 500; machine++) {
    const one = await visit(machine)
    if (one.status !== 200 || 'stored' in one.body) return answered
    answered.push(one)
  }
  throw new Error('The database never became full.')
}

const isStored = async ({ body }: Visit): Promise<boolean> =>
  (await server.api(`/api/v1/events/${body.requestId}`)).status === 200
const health = async (): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${server.url}/health`)
  return { status: response.status, body: await response.json() }
}

describe('a database that is full, where such visits are refused', () => {
  it('answers 503 with a code and a time, stores nothing of it, and keeps all that it answered', async () => {
    await start('refuse')
    const answered = await fill()
    expect(answered.length).toBeGreaterThan(3)
    const refused = await server.post(seal(await server.session({ origin: SHOP }), aPayload()), { origin: SHOP })
    expect([refused.status, await refused.json()]).toMatchObject([503, { ok: false, error: { code: 'storage_full' } }])
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(refused.headers.get('access-control-allow-origin')).toBe(SHOP)
    for (const one of answered) expect(await isStored(one)).toBe(true)
    expect(await health()).toMatchObject({
      status: 503,
      body: {
        ok: false,
        error: { code: 'storage_full' },
        data: { status: 'unavailable', checks: { storage: 'full' } },
      },
    })
    expect(await server.metrics.text()).toMatch(/tracio_events_total\{outcome="refused",code="storage_full"\} [1-9]/)
  })

  it('refuses a whole group that comes at once, and is well again by itself when there is room', async () => {
    await start('refuse')
    await fill()
    const group = await Promise.all(Array.from({ length: 20 }, (_, n) => visit(1000 + n)))
    expect(group.filter(({ status }) => status === 503).length).toBeGreaterThan(15)
    for (const one of group.filter(({ status }) => status === 200)) expect(await isStored(one)).toBe(true)
    allow(NO_LIMIT)
    const after = await visit(2000)
    expect([after.status, await isStored(after)]).toEqual([200, true])
    expect(db.isTransaction).toBe(false)
  })
})

describe('a database that is full, where visits are answered anyhow', () => {
  it('keeps the id of a known visitor, promises none to a new one, and says of both that they are not stored', async () => {
    await start('identify')
    const known = await visit(1)
    const frozen = await visit(2)
    expect(known.cookie).not.toBe('')
    await fill()

    const again = await visit(1, { cookie: known.cookie })
    expect(again).toMatchObject({ status: 200, body: { visitorId: known.body.visitorId, stored: false } })
    expect(again.cookie).toBe(known.cookie)
    expect(await isStored(again)).toBe(false)

    const alike = await visit(2)
    expect(alike).toMatchObject({ status: 200, body: { visitorId: frozen.body.visitorId, stored: false } })
    expect(alike.cookie, 'a cookie that nobody would know again').toBe('')

    const stranger = await visit(99_999)
    expect(stranger).toMatchObject({ status: 200, body: { visitorId: null, visitorFound: false, stored: false } })
    expect(stranger.cookie).toBe('')

    expect(await health()).toMatchObject({
      status: 200,
      body: { ok: true, data: { status: 'degraded', checks: { storage: 'full' } } },
    })
    expect(await server.metrics.text()).toMatch(/tracio_events_total\{outcome="unstored",code=""\} [34]/)
  })

  it('stores again as soon as there is room, also the payload that was answered without', async () => {
    await start('identify')
    await fill()
    const body = seal(await server.session(), aPayload())
    expect(await (await server.post(body)).json()).toMatchObject({ visitorId: null, stored: false })
    allow(NO_LIMIT)
    const stored = await (await server.post(body)).json()
    expect(stored).toMatchObject({ visitorId: expect.any(String) })
    expect(stored).not.toHaveProperty('stored')
  })
})

it('does not touch the database while the disk lacks its reserve, and does again afterwards', async () => {
  await start('refuse')
  disk.free = RESERVE - 1
  await expect.poll(() => room.condition()).toBe('full')
  const before = db.prepare('PRAGMA data_version').get()
  expect((await visit(1)).status).toBe(503)
  expect(db.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: 0 })
  expect(db.prepare('PRAGMA data_version').get()).toEqual(before)
  disk.free = RESERVE
  await expect.poll(() => room.condition()).toBe('fine')
  expect((await visit(1)).status).toBe(200)
  expect((await health()).status).toBe(200)
})
