import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  aPayload,
  CHROME_USER_AGENT,
  chromeValues,
  type SessionAnswer,
  seal,
} from '../packages/server/test/payloads.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

/** Room for some hundred events beside the empty database and the log's index. */
const DISK_MB = 6

/** Whether this user may mount a small disk in memory; only a container's or a machine's root may. */
function mountDisk(): string | undefined {
  const place = mkdtempSync(join(tmpdir(), 'tracio-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=0700`, 'tmpfs', place], { stdio: 'pipe' })
    return place
  } catch (error) {
    rmSync(place, { recursive: true })
    // No such program, or no such right: then the disk's end is tested by the database's own limit alone.
    if (error instanceof Error) return
    throw error
  }
}

const trial = mountDisk()
if (trial !== undefined) unmount(trial)

function unmount(place: string): void {
  execFileSync('umount', ['--lazy', place])
  rmSync(place, { recursive: true })
}

let disk = ''
let tracio: TracioServer
beforeEach(() => {
  disk = mountDisk() ?? ''
})
afterEach(async () => {
  await tracio.dispose()
  unmount(disk)
})

/** One visit of a machine of its own. */
async function visit(machine: number): Promise<{ readonly status: number; readonly body: ApiBody }> {
  const asked = await fetch(`${tracio.url}/api/session?k=${tracio.publicKey}`)
  const canvas = { winding: true, geometry: `m${machine}`, text: 'x' }
  const body = seal((await asked.json()) as SessionAnswer, aPayload({ ...chromeValues, canvas }))
  const headers = { 'user-agent': CHROME_USER_AGENT }
  const response = await fetch(`${tracio.url}/api/identify`, { method: 'POST', body, headers })
  return { status: response.status, body: (await response.json()) as ApiBody }
}

const ballast = (): string => join(disk, 'ballast')
const freeBytes = (): number => {
  const { bavail, bsize } = statfsSync(disk)
  return bavail * bsize
}

/** Visits until the first that is refused; the request ids of those that were answered. */
async function untilRefused(): Promise<{ readonly stored: readonly unknown[]; readonly refused: ApiBody }> {
  const stored: unknown[] = []
  for (let machine = 0; machine < 5000; machine++) {
    const { status, body } = await visit(machine)
    if (status !== 200) return { stored, refused: { status, ...body } }
    stored.push(body['requestId'])
  }
  throw new Error('The disk never became full.')
}

async function expectStored(ids: readonly unknown[]): Promise<void> {
  for (const id of ids) expect(await tracio.api(`/api/v1/events/${id}`)).toMatchObject({ status: 200 })
}

it.runIf(trial !== undefined)(
  'refuses on a disk that is really full, loses nothing it answered, and works again with room',
  async () => {
    tracio = await startTracio({ TRACIO_DATA_DIR: disk, TRACIO_DISK_MIN_MB: '0' })
    writeFileSync(ballast(), Buffer.alloc(Math.floor(freeBytes() / 2)))
    const { stored, refused } = await untilRefused()
    expect(stored.length).toBeGreaterThan(10)
    expect(refused).toMatchObject({
      status: 503,
      error: { code: expect.stringMatching(/^(storage_full|unavailable)$/) },
    })
    expect(await tracio.api('/health')).toMatchObject({ status: 503, body: { data: { status: 'unavailable' } } })
    await expectStored(stored)

    await tracio.end('SIGKILL')
    rmSync(ballast())
    tracio = await tracio.restart()
    await expectStored(stored)
    expect((await visit(9000)).status).toBe(200)
  },
)

it.runIf(trial !== undefined)('gets well without a restart, also from the very last byte', async () => {
  tracio = await startTracio({ TRACIO_DATA_DIR: disk, TRACIO_DISK_MIN_MB: '0' })
  await visit(1)
  writeFileSync(ballast(), Buffer.alloc(freeBytes()))
  const { stored } = await untilRefused()
  rmSync(ballast())
  await expect.poll(async () => (await visit(9001)).status, { timeout: 20_000 }).toBe(200)
  await expectStored(stored)
  await expect.poll(async () => (await tracio.api('/health')).status, { timeout: 20_000 }).toBe(200)
})

it.runIf(trial !== undefined)('stops at its reserve, before the wall', async () => {
  tracio = await startTracio({ TRACIO_DATA_DIR: disk, TRACIO_DISK_MIN_MB: '2' })
  expect((await visit(1)).status).toBe(200)
  writeFileSync(ballast(), Buffer.alloc(freeBytes() - 1_500_000))
  await expect
    .poll(async () => (await visit(2)).body, { timeout: 20_000, interval: 500 })
    .toMatchObject({
      error: { code: 'storage_full' },
    })
  expect(freeBytes()).toBeGreaterThan(1_000_000)
  expect(tracio.printed()).toContain('The disk of the store is full')
  rmSync(ballast())
  await expect.poll(async () => (await visit(3)).status, { timeout: 20_000, interval: 500 }).toBe(200)
})
