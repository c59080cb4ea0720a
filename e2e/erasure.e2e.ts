import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../packages/server/src/adapters/sqlite/database.ts'
import {
  aPayload,
  CHROME_USER_AGENT,
  chromeValues,
  type SessionAnswer,
  seal,
} from '../packages/server/test/payloads.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

let tracio: TracioServer
beforeEach(async () => {
  tracio = await startTracio()
})
afterEach(() => tracio.dispose())

async function visit(machine: string, late = false): Promise<ApiBody> {
  const session = (await (await fetch(`${tracio.url}/api/session?k=${tracio.publicKey}`)).json()) as SessionAnswer
  const post = async (payload: unknown): Promise<ApiBody> => {
    const headers = { 'user-agent': CHROME_USER_AGENT }
    const response = await fetch(`${tracio.url}/api/identify`, {
      method: 'POST',
      body: seal(session, payload),
      headers,
    })
    return (await response.json()) as ApiBody
  }
  const canvas = { winding: true, geometry: machine, text: 'x' }
  const answer = await post(aPayload({ ...chromeValues, canvas }, { tag: `tag of ${machine}` }))
  return late ? post(aPayload({ webdriver: true }, { phase: 'late' })) : answer
}

it('erases while somebody reads the store: visits go on, and it is done when no trace is left', async () => {
  const file = join(tracio.dataDir, 'tracio.sqlite')
  const onDisk = (): string => [file, `${file}-wal`].map((name) => readFileSync(name, 'latin1')).join('')
  const { visitorId, requestId } = await visit('ada', true)
  for (const trace of [visitorId, requestId, 'tag of ada']) expect(onDisk()).toContain(trace)

  const reader = openDatabase({ file, synchronous: 'normal' })
  reader.exec('BEGIN; SELECT * FROM events')
  let erased = false
  const erasure = tracio.api(`/api/v1/visitors/${visitorId}`, 'DELETE').then((answer) => {
    erased = true
    return answer
  })
  const startedAt = performance.now()
  for (let machine = 0; machine < 20; machine++) expect(await visit(`m${machine}`)).toHaveProperty('visitorId')
  // Twenty visits, one after the other: a store that stood still for its readers needed five seconds for the first.
  expect(performance.now() - startedAt).toBeLessThan(4000)
  await pause(500)
  expect(erased).toBe(false)
  expect((await tracio.api(`/api/v1/events/${requestId}`)).status).toBe(404)

  reader.exec('COMMIT')
  expect(await erasure).toMatchObject({ status: 200, body: { data: { erased: true } } })
  for (const trace of [visitorId, requestId, 'tag of ada']) expect(onDisk()).not.toContain(trace)
  reader.close()
})
